using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Coordination.Api.Tables;

/// <summary>
/// Reads the rows of a CSV: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs, as spreadsheets in Indonesia
/// write it.
/// </summary>
internal static class CsvReading
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static IEnumerable<RawRow> Read(byte[] bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException($"The file is not UTF-8; save it as 'CSV UTF-8'.", code: "file-encoding");
        }
        return Read(text);
    }

    private static IEnumerable<RawRow> Read(string text)
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
        for (var number = 1; parser.Read(); (isBad, number) = (false, parser.RawRow + 1))
        {
            var cells = parser.Record!;
            var isUnreadable = isBad || Array.Exists(cells, cell => cell.AsSpan().IndexOfAny('\r', '\n') >= 0);
            yield return number > 1 && isUnreadable
                ? new(number, cells, Unreadable(number, cells))
                : new(number, cells);
        }
    }

    private static RowFault Unreadable(int number, string[] cells) =>
        new(
            number,
            "row-unreadable",
            "",
            UploadedTable.Shortened(cells[0]),
            $"its quotes do not match, or a cell holds a line break."
        );
}
