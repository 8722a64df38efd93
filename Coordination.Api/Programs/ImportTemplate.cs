using Coordination.Api.Tables;
using Coordination.Domain.Reference;

namespace Coordination.Api.Programs;

/// <summary>
/// A workbook to fill in: a sheet for the proposals with what may be chosen, one that says how, and one with the codes and their names.
/// The first is the one that is read.
/// </summary>
internal static class ImportTemplate
{
    private const int FirstRow = 2;

    internal static byte[] Make(bool isEnglish)
    {
        using var workbook = new Workbook();
        var lists = Lists(isEnglish);
        var listName = isEnglish ? "Lists" : "Daftar";
        using (var sheet = workbook.Begin("Program", ProposalColumns.All.Select(WidthOf)))
        {
            sheet.Add(
                ProposalColumns.All.Select(column => (object?)column.Title.In(isEnglish)),
                [.. ProposalColumns.All.Select(column => column.IsNeeded ? CellStyle.Needed : CellStyle.Header)]
            );
            sheet.Validate([
                .. ProposalColumns.All.Select(
                    (column, index) =>
                        new CellRule(
                            index,
                            column.Title.In(isEnglish),
                            column.Prompt.In(isEnglish),
                            RangeOf(column.Name, lists, listName),
                            // Codes may also be typed, and several locations stand in one cell.
                            IsOnly: column.Name is "subActivityEdition" or "multiYear"
                        )
                ),
            ]);
            sheet.End();
        }
        using (var sheet = workbook.Begin(isEnglish ? "How to" : "Petunjuk", [110], frozenRows: 0))
        {
            foreach (var line in Instructions)
                sheet.Add([line.In(isEnglish)], [CellStyle.Wrapped]);
            foreach (var column in ProposalColumns.All)
                sheet.Add([$"{column.Title.In(isEnglish)}: {column.Prompt.In(isEnglish)}"], [CellStyle.Wrapped]);
            sheet.End();
        }
        using (var sheet = workbook.Begin(listName, lists.Select(_ => 48d)))
        {
            sheet.Add(lists.Select(list => (object?)TitleOf(list.Column).In(isEnglish)), [CellStyle.Header]);
            for (var row = 0; row < lists.Max(list => list.Choices.Count); row++)
                sheet.Add(lists.Select(list => (object?)list.Choices.ElementAtOrDefault(row)));
            sheet.End();
        }
        return workbook.End();
    }

    private static readonly IReadOnlyList<Bilingual> Instructions =
    [
        new(
            "Isi lembar pertama, satu baris untuk setiap program, lalu unggah berkas ini di Selaras (Impor). Pemeriksaan tidak menyimpan apa pun.",
            "Fill in the first sheet, a row for each program, and upload this file in Selaras (Import). Checking it stores nothing."
        ),
        new(
            "Judul kolom yang kuning wajib diisi. Jangan ubah judul kolom; urutannya boleh.",
            "Columns with a yellow title must be filled. Keep the titles; their order may change."
        ),
        new(
            "Nomor rujukan mengenali program: nomor baru menjadi program baru, nomor yang sudah ada memperbarui programnya.",
            "The reference tells the program: a new one makes a new program, a known one revises its program."
        ),
        new(
            "Tanpa rumus dan makro, paling banyak 5.000 baris. Berkas yang sama boleh dikirim lagi: tidak ada yang berubah.",
            "No formulas, no macros, at most 5,000 rows. The same file may be sent again: nothing changes."
        ),
    ];

    private sealed record ChoiceList(string Column, IReadOnlyList<string> Choices);

    private static List<ChoiceList> Lists(bool isEnglish) =>
        [
            new("government", [.. Government.All.Select(one => Labelled(one.Code, one.Name))]),
            new(
                "priority",
                [.. Priority.All.Select(one => Labelled(one.Code, isEnglish ? one.NameEnglish : one.Name))]
            ),
            new("locations", [.. Location.All.Select(one => Labelled(one.Code, one.Name))]),
            new("subActivityEdition", [.. Nomenclature.EditionNames]),
            new("multiYear", isEnglish ? ["yes", "no"] : ["ya", "tidak"]),
        ];

    private static string Labelled(string code, string name) => code + Cell.BeforeName + name;

    private static Bilingual TitleOf(string column) => ProposalColumns.All.Single(one => one.Name == column).Title;

    private static string? RangeOf(string column, List<ChoiceList> lists, string sheet)
    {
        var place = lists.FindIndex(list => list.Column == column);
        var name = place < 0 ? "" : Sheet.NameOf(place);
        return place < 0 ? null : $"{sheet}!${name}${FirstRow}:${name}${lists[place].Choices.Count + 1}";
    }

    private static double WidthOf(ProposalColumn column) =>
        column.Name switch
        {
            "description" => 60,
            "title" or "government" or "priority" or "locations" or "leadAgency" => 40,
            _ => 22,
        };
}
