using Coordination.Api.Http;

namespace Coordination.Api.Tables;

/// <summary>The columns that a table is to have, in any order and case.</summary>
/// <param name="Required">Those that must be there.</param>
/// <param name="Optional">Those that may be there.</param>
/// <param name="Names">What else a column may be called.</param>
internal sealed record UploadedColumns(
    IReadOnlyList<string> Required,
    IReadOnlyList<string>? Optional = null,
    IReadOnlyDictionary<string, string>? Names = null
)
{
    internal string NameOf(string header) => Names?.GetValueOrDefault(header) ?? header;
}

/// <summary>A row as it stands in a file, or why it cannot be read.</summary>
internal sealed record RawRow(int Number, IReadOnlyList<string> Cells, params IReadOnlyList<RowFault> Faults);

/// <summary>
/// A table that a caller sends; the first row names the columns. Rows that cannot be read are faults, a file that cannot is a problem.
/// </summary>
internal sealed record UploadedTable(IReadOnlyList<UploadedRow> Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>A province's payments of a month fit many times over.</summary>
    internal const int MostRows = 5000;

    internal static async Task<(UploadedTable? Table, Problem? Problem)> ReadAsync(
        HttpRequest request,
        UploadedColumns columns,
        CancellationToken cancellation
    )
    {
        var (file, problem) = await UploadedFile.ReadAsync(request, cancellation);
        return problem is null ? Read(file!, columns) : (null, problem);
    }

    internal static (UploadedTable? Table, Problem? Problem) Read(UploadedFile file, UploadedColumns columns)
    {
        try
        {
            var rows = file.Format == TableFormat.Csv ? CsvReading.Read(file.Bytes) : WorkbookReading.Read(file.Bytes);
            return Assemble(rows, columns);
        }
        catch (UnreadableFileException unreadable)
        {
            return (null, UploadedFile.Unfit(unreadable.Code, unreadable.Detail, unreadable.Status));
        }
    }

    private static (UploadedTable? Table, Problem? Problem) Assemble(IEnumerable<RawRow> lines, UploadedColumns columns)
    {
        List<string>? header = null;
        var taken = 0;
        var rows = new List<UploadedRow>();
        var faults = new List<RowFault>();
        foreach (var line in lines)
        {
            if (header is null)
            {
                header = HeaderOf(line, columns);
                continue;
            }
            if (line.Faults.Count == 0 && line.Cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (++taken > MostRows)
                throw new UnreadableFileException(
                    $"The file has more than {MostRows} rows; send it in parts.",
                    StatusCodes.Status413PayloadTooLarge,
                    "file-rows"
                );
            if (line.Faults.Count > 0)
                faults.AddRange(line.Faults);
            else if (line.Cells.Count != header.Count)
                faults.Add(
                    new(
                        line.Number,
                        "row-length",
                        "",
                        Shortened(line.Cells[0]),
                        $"it has {line.Cells.Count} cells, and the header {header.Count}."
                    )
                );
            else
                rows.Add(new(line.Number, header, [.. line.Cells.Select(cell => cell.Trim())]));
        }
        if (header is null)
            throw NoHeader(columns);
        return (new(rows, faults), null);
    }

    private static List<string> HeaderOf(RawRow line, UploadedColumns columns)
    {
        if (line.Faults is [var unreadable, ..])
            throw new UnreadableFileException($"The header cannot be read: {unreadable.Detail}", code: "file-header");
        if (line.Cells.All(string.IsNullOrWhiteSpace))
            throw NoHeader(columns);
        var header = line.Cells.Select(name => columns.NameOf(name.Trim())).ToList();
        return TableHeader.Fault(header, columns.Required, columns.Optional ?? []) is { } fault
            ? throw new UnreadableFileException(fault, code: "file-header")
            : header;
    }

    private static UnreadableFileException NoHeader(UploadedColumns columns) =>
        new(
            $"The file has no header; its first row names the columns {string.Join(", ", columns.Required)}.",
            code: "file-header"
        );

    internal static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
