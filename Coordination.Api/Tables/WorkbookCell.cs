using System.Globalization;
using System.Xml;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>Reads a cell of a workbook as a text.</summary>
internal static class WorkbookCell
{
    private static readonly DateOnly EpochOf1904 = new(1904, 1, 1);

    /// <summary>The text, and what is wrong with the cell; the reader is left at its end.</summary>
    internal static (string Text, (string Code, Sentence Detail)? Wrong) Read(XmlReader xml, WorkbookParts parts)
    {
        var (type, style) = (xml.GetAttribute("t") ?? "n", WorkbookParts.Number(xml, "s"));
        if (xml.IsEmptyElement)
            return ("", null);
        var (depth, text, isFormula, isInFormula, isValue) = (xml.Depth, "", false, false, false);
        while (WorkbookZip.Next(xml) && xml.Depth > depth)
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "f":
                    (isFormula, isValue, isInFormula) = (true, false, !xml.IsEmptyElement);
                    break;
                // LibreOffice writes the two constants so.
                case XmlNodeType.Text when isInFormula:
                    isFormula = xml.Value is not ("TRUE()" or "FALSE()");
                    break;
                case XmlNodeType.Element when xml.LocalName == "is":
                    text = WorkbookParts.TextOf(xml);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    isValue = xml is { NodeType: XmlNodeType.Element, LocalName: "v" };
                    isInFormula = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace when isValue:
                    text = xml.Value;
                    break;
            }
        if (isFormula)
            return ("", ("formula", $"it holds a formula; paste its value instead."));
        return type switch
        {
            "inlineStr" or "str" or "d" => (text, null),
            "s" => Shared(text, parts),
            "b" => (text == "1" ? "true" : "false", null),
            "n" when text.Length == 0 => ("", null),
            "n" => Number(text, style is { } number && parts.DayStyles.Contains(number), parts.From1904),
            _ => ("", ("cell-error", $"it holds an error ({UploadedTable.Shortened(text)}).")),
        };
    }

    private static (string, (string, Sentence)?) Shared(string index, WorkbookParts parts) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < parts.Texts.Count
            ? (parts.Texts[place], null)
            : ("", ("cell-broken", $"it names a text that the workbook does not hold."));

    /// <summary>Sheets keep 15 digits; what they write beyond that is not what anybody typed.</summary>
    private static (string, (string, Sentence)?) Number(string text, bool isDay, bool from1904)
    {
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
            || Math.Abs(value) > 1e18
        )
            return ("", ("cell-broken", $"'{UploadedTable.Shortened(text)}' is not a number that can be read."));
        if (!isDay)
            return (Decimals.Normalised((decimal)value).ToString(CultureInfo.InvariantCulture), null);
        var epoch = from1904 ? EpochOf1904 : Sheet.Epoch;
        // Day 60 of the sheets is a 29 February 1900 that there never was; days before it are one too many.
        if (
            value != Math.Floor(value)
            || value < (from1904 ? 0 : 61)
            || value > DateOnly.MaxValue.DayNumber - epoch.DayNumber
        )
            return ("", ("cell-broken", $"'{UploadedTable.Shortened(text)}' is not a day alone, from 1900-03-01 on."));
        return (epoch.AddDays((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
    }
}
