using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Coordination.Tests.Tables;

/// <summary>A workbook that the service has written, read by the library that knows the format's schema.</summary>
internal sealed class WrittenWorkbook
{
    private readonly List<Worksheet> sheets;

    private WrittenWorkbook(List<Worksheet> sheets, IReadOnlyList<string> problems) =>
        (this.sheets, Problems) = (sheets, problems);

    /// <summary>Where it does not keep to the schema of Office.</summary>
    internal IReadOnlyList<string> Problems { get; }

    internal int Count => sheets.Count;

    internal static WrittenWorkbook Read(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var problems = new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(document)
            .Select(problem => $"{problem.Path?.XPath}: {problem.Description}")
            .ToList();
        var part = document.WorkbookPart!;
        return new(
            [
                .. part.Workbook!.Sheets!.Elements<Sheet>()
                    .Select(sheet =>
                        (Worksheet)((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).Worksheet!.CloneNode(true)
                    ),
            ],
            problems
        );
    }

    internal List<List<string>> Rows(int sheet) =>
        [
            .. sheets[sheet]
                .Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()),
        ];

    internal IEnumerable<Cell> Cells(int sheet) => sheets[sheet].Descendants<Cell>();

    internal string Pane(int sheet) => $"pane {sheets[sheet].Descendants<Pane>().SingleOrDefault()?.State?.InnerText}";

    internal string? Filter(int sheet) => sheets[sheet].Descendants<AutoFilter>().SingleOrDefault()?.Reference?.Value;

    internal List<string> Choices(int sheet) =>
        [
            .. sheets[sheet]
                .Descendants<DataValidation>()
                .Where(rule => rule.Formula1 is not null)
                .Select(rule => $"{rule.SequenceOfReferences?.InnerText} {rule.Formula1!.Text}"),
        ];
}
