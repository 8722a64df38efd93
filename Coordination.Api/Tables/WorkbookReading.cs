using System.Globalization;
using System.Xml;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>
/// Reads the rows of a workbook's first sheet as texts, as they would stand in a CSV: numbers plain, days as 2024-06-30. A cell that
/// would have to be computed is a fault of its row.
/// </summary>
internal static class WorkbookReading
{
    private const int MostColumns = 200;

    /// <summary>Of all cells together: one text may stand in any number of them.</summary>
    private const int MostText = 32 * 1024 * 1024;

    internal static List<RawRow> Read(byte[] bytes)
    {
        try
        {
            using var zip = new WorkbookZip(bytes);
            var parts = WorkbookParts.Of(zip);
            using var xml =
                zip.Open(parts.Sheet) ?? throw new UnreadableFileException($"The workbook's first sheet is missing.");
            return Rows(xml, parts);
        }
        catch (XmlException bad)
        {
            throw new UnreadableFileException(
                bad.Message.Contains("DTD", StringComparison.Ordinal)
                    ? (Sentence)$"The workbook's XML defines a document type, which no workbook does."
                    : (Sentence)$"The workbook cannot be read: its XML is broken."
            );
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException($"The workbook cannot be read: it is damaged or cut off.");
        }
    }

    private static List<RawRow> Rows(XmlReader xml, WorkbookParts parts)
    {
        var (rows, number, width, text) = (new List<RawRow>(), 0, 0, 0L);
        while (WorkbookZip.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;
            var next = WorkbookParts.Number(xml, "r") ?? number + 1;
            if (next <= number)
                throw new UnreadableFileException($"The workbook names row {next} after row {number}.");
            var row = Row(xml, number = next, width, parts);
            if (row.Cells.All(string.IsNullOrWhiteSpace) && row.Faults.Count == 0)
                continue;
            text += row.Cells.Sum(cell => cell.Length);
            if (text > MostText)
                throw new UnreadableFileException(
                    $"The sheet holds more than {MostText} characters; send it in parts.",
                    StatusCodes.Status413PayloadTooLarge,
                    "file-size"
                );
            width = rows.Count == 0 ? row.Cells.Count : width;
            rows.Add(row);
            // One more than is taken, so that whoever counts them says so.
            if (rows.Count > UploadedTable.MostRows + 1)
                break;
        }
        return rows;
    }

    private static RawRow Row(XmlReader xml, int number, int width, WorkbookParts parts)
    {
        var cells = new List<string>();
        var faults = new List<RowFault>();
        if (!xml.IsEmptyElement)
        {
            var (depth, column) = (xml.Depth, -1);
            while (WorkbookZip.Next(xml) && xml.Depth > depth)
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                    continue;
                var next = xml.GetAttribute("r") is { } place ? ColumnOf(place, number) : column + 1;
                if (next <= column || next >= MostColumns)
                    throw new UnreadableFileException(
                        $"Row {number} of the workbook has a cell twice, or more than {MostColumns} cells."
                    );
                while (cells.Count < next)
                    cells.Add("");
                var (text, wrong) = WorkbookCell.Read(xml, parts);
                cells.Add(text);
                column = next;
                if (wrong is not null)
                    faults.Add(
                        new(number, wrong.Value.Code, "", null, wrong.Value.Detail, $"{Sheet.NameOf(column)}{number}")
                    );
            }
        }
        while (cells.Count > width && cells[^1].Length == 0)
            cells.RemoveAt(cells.Count - 1);
        while (cells.Count < Math.Max(width, 1))
            cells.Add("");
        return new(number, cells, faults);
    }

    private static int ColumnOf(string place, int row)
    {
        var (column, at) = (0, 0);
        for (; at < place.Length && at < 3 && char.IsAsciiLetterUpper(place[at]); at++)
            column = column * 26 + (place[at] - 'A' + 1);
        return column > 0 && place.AsSpan(at).SequenceEqual(row.ToString(CultureInfo.InvariantCulture))
            ? column - 1
            : throw new UnreadableFileException(
                $"Row {row} of the workbook holds a cell that names itself '{UploadedTable.Shortened(place)}'."
            );
    }
}
