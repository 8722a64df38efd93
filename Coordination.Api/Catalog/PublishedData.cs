namespace Coordination.Api.Catalog;

/// <summary>A text of the catalogue, in its two languages.</summary>
internal sealed record Words(string Indonesian, string English)
{
    internal string In(string language) => language == "en" ? English : Indonesian;
}

/// <summary>A dataset that is published of every plan, and what it says.</summary>
/// <param name="Name">Its name in identifiers.</param>
/// <param name="Path">Where it is had, with the plan's id for <c>{0}</c>.</param>
/// <param name="Title">Its title, before the year and the province.</param>
/// <param name="Description">What its rows are.</param>
/// <param name="Concept">What is described (konsep).</param>
/// <param name="Definition">What the figures mean (definisi).</param>
/// <param name="Unit">In what they are measured (satuan).</param>
/// <param name="Classification">By what its rows are told apart (klasifikasi).</param>
internal sealed record PublishedData(
    string Name,
    string Path,
    Words Title,
    Words Description,
    Words Concept,
    Words Definition,
    Words Unit,
    Words Classification
)
{
    private static readonly Words ByGovernmentAndPriority = new(
        "Kode wilayah Kemendagri (pemerintah daerah); program prioritas SPBE.",
        "Kemendagri codes (governments); SPBE priorities."
    );

    internal static readonly IReadOnlyList<PublishedData> All =
    [
        new(
            "programs",
            "/api/programs?plan={0}",
            new("Program SPBE", "SPBE programs"),
            new("Satu baris untuk setiap program.", "A row for each program."),
            new("Program dan kegiatan SPBE", "Programs of e-government (SPBE)"),
            new(
                "Pekerjaan yang diusulkan satu pemerintah daerah dalam satu rencana tahunan, dengan biaya, pendanaan, dan kemajuannya.",
                "Work that one government proposes in one annual plan, with its cost, funding and progress."
            ),
            new("Rupiah; persen 0–100", "Rupiah; percent 0–100"),
            new(
                "Kode wilayah Kemendagri; program prioritas; status; nomenklatur sub kegiatan.",
                "Kemendagri codes; priorities; status; nomenclature of sub-activities."
            )
        ),
        new(
            "board",
            "/api/plans/{0}/board",
            new("Papan harmonisasi SPBE", "SPBE harmonization board"),
            new("Satu baris untuk setiap pemerintah daerah dan prioritas.", "A row for each government and priority."),
            new("Pelaksanaan program prioritas", "Implementation of priorities"),
            new(
                "Jumlah, biaya, pendanaan dan pelaksanaan program; pelaksanaan adalah rata-rata kemajuan program aktif.",
                "Number, cost, funding and implementation of programs; implementation is the mean progress of active programs."
            ),
            new("Program; rupiah; laju 0–1", "Programs; rupiah; rate 0–1"),
            ByGovernmentAndPriority
        ),
        new(
            "funding",
            "/api/plans/{0}/funding",
            new("Pendanaan SPBE", "SPBE funding"),
            new(
                "Satu baris untuk setiap pemerintah daerah, prioritas dan sumber dana; kolomnya berjumlah menjadi totalnya.",
                "A row for each government, priority and source; its columns sum to the totals."
            ),
            new("Pendanaan program menurut sumber dan tahap", "Funding of programs by source and stage"),
            new(
                "Dana diminta, disetujui, dialokasikan dan direalisasikan; setiap baris dana dihitung satu kali pada tahapnya sekarang.",
                "Money asked for, granted, allocated and realised; each line counts once, at its current stage."
            ),
            new("Rupiah", "Rupiah"),
            new(
                "Kode wilayah Kemendagri; program prioritas; sumber dana.",
                "Kemendagri codes; priorities; funding sources."
            )
        ),
        new(
            "index",
            "/api/plans/{0}/index",
            new("Indeks SPBE", "SPBE index"),
            new("Satu baris untuk setiap pemerintah daerah.", "A row for each government."),
            new("Kematangan penyelenggaraan SPBE", "Maturity of e-government (SPBE)"),
            new(
                "Indeks menurut PermenPANRB 59/2020: yang terbit terakhir dan yang diperkirakan dari program.",
                "The index of PermenPANRB 59/2020: the last that was published, and the forecast by programs."
            ),
            new("Indeks 1–5", "Index 1–5"),
            new("Kode wilayah Kemendagri; predikat SPBE.", "Kemendagri codes; SPBE predicates.")
        ),
    ];
}
