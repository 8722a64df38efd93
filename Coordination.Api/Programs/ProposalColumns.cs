namespace Coordination.Api.Programs;

/// <summary>A text in the two languages of the pages and of the template.</summary>
internal sealed record Bilingual(string Indonesian, string English)
{
    internal string In(bool isEnglish) => isEnglish ? English : Indonesian;
}

/// <summary>A column of a file of proposals.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Title">Its name in the template; a file may have either.</param>
/// <param name="Prompt">What is wanted.</param>
/// <param name="IsNeeded">Whether its cells must be filled.</param>
internal sealed record ProposalColumn(string Name, Bilingual Title, Bilingual Prompt, bool IsNeeded = true);

/// <summary>The columns of a file of proposals: the one table behind reading, template and documentation.</summary>
internal static class ProposalColumns
{
    internal const string Reason = "reason";

    internal static readonly IReadOnlyList<ProposalColumn> All =
    [
        new(
            "government",
            new("Pemerintah daerah", "Government"),
            new("Pilih dari daftar, atau tulis kodenya: 19.05", "Choose from the list, or type the code: 19.05")
        ),
        new(
            "reference",
            new("Nomor rujukan", "Reference"),
            new(
                "Nomor Anda sendiri, unik per rencana dan pemerintah daerah. Baris dikenali kembali dengannya.",
                "Your own number, unique per plan and government. A row is known again by it."
            )
        ),
        new(
            "priority",
            new("Prioritas", "Priority"),
            new("Pilih dari daftar, atau tulis kodenya.", "Choose from the list, or type the code.")
        ),
        new("title", new("Judul", "Title"), new("5 sampai 200 karakter.", "5 to 200 characters.")),
        new(
            "description",
            new("Uraian", "Description"),
            new("Apa yang dikerjakan, di mana, untuk siapa.", "What is done, where and for whom.")
        ),
        new(
            "subActivityEdition",
            new("Edisi nomenklatur", "Nomenclature edition"),
            new("Bila ada sub kegiatan: edisi nomenklaturnya.", "Where there is a sub-activity: its edition."),
            IsNeeded: false
        ),
        new(
            "subActivityCode",
            new("Kode sub kegiatan", "Sub-activity code"),
            new("Misalnya 2.16.03.2.01.0003", "Such as 2.16.03.2.01.0003"),
            IsNeeded: false
        ),
        new(
            "locations",
            new("Lokasi", "Locations"),
            new(
                "Pilih dari daftar; beberapa lokasi dipisah titik koma: 19.05.01; 19.05.02",
                "Choose from the list; several are separated by semicolons: 19.05.01; 19.05.02"
            )
        ),
        new(
            "outputIndicator",
            new("Indikator keluaran", "Output indicator"),
            new("Misalnya: Desa yang tersambung", "Such as: villages connected")
        ),
        new("outputTarget", new("Target keluaran", "Output target"), new("Angka di atas 0.", "A number above 0.")),
        new("outputUnit", new("Satuan keluaran", "Output unit"), new("Misalnya: desa", "Such as: village")),
        new(
            "spbeIndicators",
            new("Indikator SPBE", "SPBE indicators"),
            new(
                "Indikator dan tingkat yang dituju, dipisah titik koma: 17:3; 23:4",
                "Indicator and the level aimed at, separated by semicolons: 17:3; 23:4"
            ),
            IsNeeded: false
        ),
        new("start", new("Mulai", "Start"), new("Tanggal, misalnya 2024-03-01", "A day, such as 2024-03-01")),
        new("end", new("Selesai", "End"), new("Tanggal, misalnya 2024-11-30", "A day, such as 2024-11-30")),
        new(
            "multiYear",
            new("Tahun jamak", "Multi-year"),
            new("ya bila berlanjut setelah tahun rencana.", "yes when it goes on after the plan's year."),
            IsNeeded: false
        ),
        new(
            "estimatedCost",
            new("Perkiraan biaya (Rp)", "Estimated cost (Rp)"),
            new("Rupiah bulat di atas 0, tanpa titik: 1250000000", "Whole rupiah above 0: 1250000000")
        ),
        new(
            "leadAgency",
            new("Perangkat daerah", "Lead agency"),
            new("Perangkat daerah penanggung jawab.", "The agency in charge.")
        ),
        new(
            Reason,
            new("Alasan perubahan", "Reason for the change"),
            new("Mengapa program yang sudah ada berubah.", "Why a program that is already there changes."),
            IsNeeded: false
        ),
    ];

    internal static readonly IReadOnlyList<string> Required =
    [
        .. All.Select(column => column.Name).Where(name => name != Reason),
    ];

    /// <summary>What a column may be called besides its own name.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Names = All.SelectMany(column =>
            ((string[])[column.Title.Indonesian, column.Title.English])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(title => KeyValuePair.Create(title, column.Name))
        )
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The column that a field of a proposal stands in; empty when it is none.</summary>
    internal static string Of(string field) =>
        field switch
        {
            "output.indicator" => "outputIndicator",
            "output.target" => "outputTarget",
            "output.unit" => "outputUnit",
            "schedule.start" => "start",
            "schedule.end" => "end",
            "subActivity" or "subActivity.code" => "subActivityCode",
            _ => All.Any(column => column.Name == field) ? field : "",
        };
}
