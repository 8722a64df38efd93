using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Coordination.Api.Http;

/// <summary>
/// A table that a caller sends as <c>text/csv</c>: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs, as
/// spreadsheets in Indonesia write it; the first row names the columns, in any order and case. Rows that cannot be read are faults, a
/// file that cannot is a problem.
/// </summary>
internal sealed record UploadedTable(IReadOnlyList<UploadedRow> Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>A province's payments of a month fit many times over.</summary>
    internal const int MostRows = 5000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static async Task<(UploadedTable? Table, Problem? Problem)> ReadAsync(
        HttpRequest request,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional,
        CancellationToken cancellation
    )
    {
        if (
            request.GetTypedHeaders().ContentType?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase)
            != true
        )
            return (null, Unfit(StatusCodes.Status415UnsupportedMediaType, "The body is to be text/csv in UTF-8."));
        if (await BytesAsync(request.Body, cancellation) is not { } bytes)
            return (
                null,
                Unfit(
                    StatusCodes.Status413PayloadTooLarge,
                    $"The file is larger than {HttpSetup.LargestBody} bytes; send it in parts."
                )
            );
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return (null, Unfit("The file is not UTF-8; save it as 'CSV UTF-8'."));
        }
        return Parse(text, required, optional);
    }

    private static (UploadedTable? Table, Problem? Problem) Parse(
        string text,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional
    )
    {
        var isBad = false;
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = TableHeader.DelimiterOf(text),
                TrimOptions = TrimOptions.Trim,
                IgnoreBlankLines = false,
                BadDataFound = _ => isBad = true,
            }
        );
        if (!parser.Read() || parser.Record!.All(string.IsNullOrWhiteSpace))
            return (
                null,
                Unfit($"The file has no header; its first row names the columns {string.Join(", ", required)}.")
            );
        var header = parser.Record!.Select(name => name.Trim()).ToList();
        if (TableHeader.Fault(header, required, optional) is { } fault)
            return (null, Unfit(fault));
        var rows = new List<UploadedRow>();
        var faults = new List<RowFault>();
        var number = parser.RawRow + 1;
        for (isBad = false; parser.Read(); (isBad, number) = (false, parser.RawRow + 1))
        {
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (rows.Count + faults.Count == MostRows)
                return (
                    null,
                    Unfit(
                        StatusCodes.Status413PayloadTooLarge,
                        $"The file has more than {MostRows} rows; send it in parts."
                    )
                );
            if (RowFault(number, cells, header.Count, isBad) is { } unreadable)
                faults.Add(unreadable);
            else
                rows.Add(new(number, Cells(header, cells)));
        }
        return (new(rows, faults), null);
    }

    private static RowFault? RowFault(int number, string[] cells, int columns, bool isBad)
    {
        if (isBad || Array.Exists(cells, cell => cell.AsSpan().IndexOfAny('\r', '\n') >= 0))
            return new(
                number,
                "row-unreadable",
                "",
                Shortened(cells[0]),
                "its quotes do not match, or a cell holds a line break."
            );
        return cells.Length == columns
            ? null
            : new(
                number,
                "row-length",
                "",
                Shortened(cells[0]),
                $"it has {cells.Length} cells, and the header {columns}."
            );
    }

    private static Dictionary<string, string> Cells(List<string> header, string[] cells)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < header.Count; column++)
            row[header[column]] = cells[column].Trim();
        return row;
    }

    private static async Task<byte[]?> BytesAsync(Stream body, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(chunk, cancellation)) > 0; )
        {
            if (buffer.Length + read > HttpSetup.LargestBody)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    internal static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private static Problem Unfit(string detail) => Problem.Malformed("", detail);

    private static Problem Unfit(int status, string detail) => Problem.Malformed("", detail, status);
}
