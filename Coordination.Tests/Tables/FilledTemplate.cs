using System.Globalization;
using Coordination.Api.Programs;

namespace Coordination.Tests.Tables;

/// <summary>A file of proposals as a planner of Bangka Barat would send it.</summary>
internal static class FilledTemplate
{
    internal static readonly string[] Header =
    [
        "Pemerintah daerah",
        "Nomor rujukan",
        "Prioritas",
        "Judul",
        "Uraian",
        "Edisi nomenklatur",
        "Kode sub kegiatan",
        "Lokasi",
        "Indikator keluaran",
        "Target keluaran",
        "Satuan keluaran",
        "Indikator SPBE",
        "Mulai",
        "Selesai",
        "Tahun jamak",
        "Perkiraan biaya (Rp)",
        "Perangkat daerah",
    ];

    internal static string[] Row(
        string reference,
        string title = "Internet desa Kecamatan Mentok",
        string government = "19.05"
    ) =>
        [
            $"{government}",
            reference,
            "village-internet – Internet cepat dan berkualitas di desa yang belum tercakup",
            title,
            "Sambungan internet dua desa.",
            "900.1.15.5-1317/2023",
            "2.16.03.2.01.0003",
            government == "19.05" ? "19.05.01.2004; 19.05.01.2005" : government,
            "Desa yang tersambung",
            "2",
            "desa",
            "17:3",
            "2024-03-01",
            "2024-11-30",
            "tidak",
            "250000000",
            "Dinas Komunikasi dan Informatika",
        ];

    /// <summary>A workbook of a header and rows of texts.</summary>
    internal static byte[] Workbook(params string[][] rows) =>
        MadeUpWorkbook
            .Of(
                string.Concat(
                    ((string[][])[Header, .. rows]).Select((cells, row) => MadeUpWorkbook.Row(row + 1, cells))
                )
            )
            .Bytes();

    /// <summary>The same as CSV, under the names of the API.</summary>
    internal static string Csv(params string[][] rows) =>
        string.Join(
            '\n',
            (
                (string[][])
                    [
                        [.. ProposalColumns.Required],
                        .. rows,
                    ]
            ).Select(cells =>
                string.Join(',', cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"\"{cell}\"")))
            )
        );
}
