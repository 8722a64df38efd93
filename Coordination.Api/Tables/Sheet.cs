using System.Globalization;
using System.Xml;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>
/// A sheet while it is written, cell by cell. Texts stand in their own cells and have the type of texts, so that none is ever run; one that
/// would be, were it typed in, is also marked as a text for whoever edits it.
/// </summary>
internal sealed class Sheet : IDisposable
{
    /// <summary>What Excel holds, the header included.</summary>
    internal const int MostRows = 1_048_576;

    internal const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Stream stream;
    private readonly XmlWriter xml;
    private readonly int columns;
    private bool isInData = true;

    internal Sheet(Stream stream, IEnumerable<double> widths, int frozenRows)
    {
        this.stream = stream;
        xml = XmlWriter.Create(stream, new() { CloseOutput = false });
        xml.WriteStartElement("worksheet", Namespace);
        if (frozenRows > 0)
            Freeze(frozenRows);
        Start("cols");
        foreach (var (index, width) in widths.Index())
        {
            columns = index + 1;
            Start("col", ("min", columns), ("max", columns), ("width", width), ("customWidth", 1));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        Start("sheetData");
    }

    internal int Rows { get; private set; }

    /// <summary>The name of a column: A … Z, AA …</summary>
    /// <param name="column">From 0.</param>
    internal static string NameOf(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : NameOf(column / 26 - 1) + NameOf(column % 26);

    /// <summary>Adds a row of texts, numbers, days and truths; none leaves a cell out.</summary>
    /// <param name="values">The values.</param>
    /// <param name="styles">How texts look, the last for all that follow; else by what they are.</param>
    internal void Add(IEnumerable<object?> values, params ReadOnlySpan<CellStyle> styles)
    {
        Rows++;
        Start("row", ("r", Rows));
        var index = 0;
        foreach (var value in values)
        {
            if (value is not null)
                Add(
                    $"{NameOf(index)}{Rows}",
                    value,
                    styles.Length == 0 ? null : styles[Math.Min(index, styles.Length - 1)]
                );
            index++;
        }
        xml.WriteEndElement();
    }

    /// <summary>Puts a filter on the first row; nothing is added after that.</summary>
    internal void Filter()
    {
        EndData();
        Start("autoFilter", ("ref", $"A1:{NameOf(columns - 1)}{Rows}"));
        xml.WriteEndElement();
    }

    /// <summary>Offers choices, and a word on what is wanted, where rows are to be filled in.</summary>
    internal void Validate(IReadOnlyCollection<CellRule> rules)
    {
        EndData();
        Start("dataValidations", ("count", rules.Count));
        foreach (var rule in rules)
            rule.Write(xml);
        xml.WriteEndElement();
    }

    internal void End()
    {
        EndData();
        xml.WriteEndElement();
        xml.Flush();
        Dispose();
    }

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }

    private void EndData()
    {
        if (isInData)
            xml.WriteEndElement();
        isInData = false;
    }

    private void Freeze(int rows)
    {
        Start("sheetViews");
        Start("sheetView", ("workbookViewId", 0));
        Start(
            "pane",
            ("ySplit", rows),
            ("topLeftCell", $"A{rows + 1}"),
            ("activePane", "bottomLeft"),
            ("state", "frozen")
        );
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Add(string place, object value, CellStyle? style)
    {
        switch (value)
        {
            case string text:
                Start("c", ("r", place), ("s", (int)(style ?? StyleOf(text))), ("t", "inlineStr"));
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(CellText.Escaped(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case bool choice:
                Start("c", ("r", place), ("s", (int)CellStyle.Plain), ("t", "b"));
                xml.WriteElementString("v", choice ? "1" : "0");
                break;
            case DateOnly { Year: >= 1901 } day:
                Start("c", ("r", place), ("s", (int)CellStyle.Day));
                xml.WriteElementString("v", Text(day.DayNumber - Epoch.DayNumber));
                break;
            case decimal number:
                Start(
                    "c",
                    ("r", place),
                    ("s", (int)(decimal.IsInteger(number) ? CellStyle.Whole : CellStyle.Fraction))
                );
                xml.WriteElementString("v", Text(Decimals.Normalised(number)));
                break;
            case int or long:
                Start("c", ("r", place), ("s", (int)CellStyle.Plain));
                xml.WriteElementString("v", Text(value));
                break;
            default:
                Add(place, Text(value), style);
                return;
        }
        xml.WriteEndElement();
    }

    /// <summary>Day 0 of the sheets' own count, which is right from March 1900 on.</summary>
    internal static readonly DateOnly Epoch = new(1899, 12, 30);

    private static CellStyle StyleOf(string text) =>
        CellText.LooksLikeFormula(text) ? CellStyle.Quoted : CellStyle.Plain;

    private void Start(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement(element, Namespace);
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, Text(value));
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
