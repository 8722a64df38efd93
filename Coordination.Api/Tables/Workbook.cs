using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Coordination.Api.Tables;

/// <summary>A workbook while it is written, sheet by sheet.</summary>
internal sealed class Workbook : IDisposable
{
    private const int LongestName = 31;

    private readonly MemoryStream buffer = new();
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart part;
    private readonly Sheets sheets;

    internal Workbook()
    {
        document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook);
        part = document.AddWorkbookPart();
        sheets = new Sheets();
        part.Workbook = new(sheets);
        part.AddNewPart<WorkbookStylesPart>().Stylesheet = CellStyles.Sheet();
    }

    /// <summary>Begins the next sheet; the one before must have ended.</summary>
    /// <param name="name">What stands on its tab; what Excel does not allow there is left out.</param>
    /// <param name="widths">Widths of its columns, in characters.</param>
    /// <param name="frozenRows">How many rows stay when the others are scrolled.</param>
    internal Sheet Begin(string name, IEnumerable<double> widths, int frozenRows = 1)
    {
        var tab = string.Concat(name.Where(letter => !@"\/?*[]:".Contains(letter) && !char.IsControl(letter)));
        tab = tab.Length > LongestName ? tab[..LongestName] : tab;
        var sheet = part.AddNewPart<WorksheetPart>();
        sheets.AppendChild(
            new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = tab.Trim('\'', ' ') is { Length: > 0 } fits ? fits : "Sheet",
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Id = part.GetIdOfPart(sheet),
            }
        );
        return new(sheet.GetStream(FileMode.Create, FileAccess.Write), widths, frozenRows);
    }

    /// <summary>The whole file.</summary>
    internal byte[] End()
    {
        document.Dispose();
        return buffer.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        buffer.Dispose();
    }
}
