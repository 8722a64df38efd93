using System.Globalization;
using System.Text;
using System.Xml;

namespace Coordination.Api.Tables;

/// <summary>Which parts of a workbook the rows of its first sheet are made of.</summary>
internal sealed record WorkbookParts(
    string Sheet,
    IReadOnlyList<string> Texts,
    IReadOnlySet<int> DayStyles,
    bool From1904
)
{
    /// <summary>Numbers of the built-in formats that show a day.</summary>
    private static readonly int[] DayFormats =
    [
        14,
        15,
        16,
        17,
        22,
        .. Enumerable.Range(27, 10),
        .. Enumerable.Range(50, 9),
    ];

    internal static WorkbookParts Of(WorkbookZip zip)
    {
        var workbook = Related(zip, "")
            .FirstOrDefault(part => part.Type.EndsWith("/officeDocument", StringComparison.Ordinal));
        if (workbook.Target is null || zip.Open(workbook.Target) is not { } xml)
            throw NoWorkbook();
        var (sheet, from1904) = FirstSheet(xml);
        var related = Related(zip, workbook.Target).ToList();
        string? TargetOf(string type) =>
            related.Find(part => part.Type.EndsWith(type, StringComparison.Ordinal)).Target;

        var target = related.Find(part =>
            part.Id == sheet && part.Type.EndsWith("/worksheet", StringComparison.Ordinal)
        );
        return new(
            target.Target ?? throw NoWorkbook(),
            TargetOf("/sharedStrings") is { } texts ? TextsOf(zip, texts) : [],
            TargetOf("/styles") is { } styles ? DayStylesOf(zip, styles) : new HashSet<int>(),
            from1904
        );
    }

    private static UnreadableFileException NoWorkbook() =>
        new($"The file is not a workbook (.xlsx): it has no sheet.", code: "file-kind");

    /// <summary>What a part says that it is made of, by full name.</summary>
    private static IEnumerable<(string Id, string Type, string? Target)> Related(WorkbookZip zip, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..slash], part[slash..]);
        using var xml = zip.Open($"{folder}_rels/{name}.rels");
        while (xml is not null && WorkbookZip.Next(xml))
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                var target = xml.GetAttribute("Target") ?? "";
                yield return (
                    xml.GetAttribute("Id") ?? "",
                    xml.GetAttribute("Type") ?? "",
                    target.StartsWith('/') ? target.TrimStart('/') : folder + target
                );
            }
    }

    private static (string? Id, bool From1904) FirstSheet(XmlReader workbook)
    {
        using var xml = workbook;
        var from1904 = false;
        while (WorkbookZip.Next(xml))
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                    if (xml is { LocalName: "id", Prefix.Length: > 0 })
                        return (xml.Value, from1904);
        return (null, from1904);
    }

    private static List<string> TextsOf(WorkbookZip zip, string part)
    {
        var texts = new List<string>();
        using var xml = zip.Open(part);
        while (xml is not null && WorkbookZip.Next(xml))
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(TextOf(xml));
        return texts;
    }

    /// <summary>The text of an element, rich or plain, without how it is pronounced; the reader is left at its end.</summary>
    internal static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text, isText, isPhonetic) = (xml.Depth, new StringBuilder(), false, false);
        while (WorkbookZip.Next(xml) && xml.Depth > depth)
            switch (xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "rPh":
                    isPhonetic = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    isText = xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace when isText && !isPhonetic:
                    text.Append(xml.Value);
                    break;
            }
        return CellText.Unescaped(text.ToString());
    }

    private static HashSet<int> DayStylesOf(WorkbookZip zip, string part)
    {
        var (formats, styles, isOfCells) = (DayFormats.ToHashSet(), new List<int>(), false);
        using var xml = zip.Open(part);
        while (xml is not null && WorkbookZip.Next(xml))
            switch (xml.LocalName)
            {
                case "numFmt" when Number(xml, "numFmtId") is { } id && ShowsDay(xml.GetAttribute("formatCode") ?? ""):
                    formats.Add(id);
                    break;
                case "cellXfs":
                    isOfCells = xml.NodeType == XmlNodeType.Element;
                    break;
                case "xf" when isOfCells && xml.NodeType == XmlNodeType.Element:
                    styles.Add(Number(xml, "numFmtId") ?? 0);
                    break;
            }
        return [.. styles.Index().Where(style => formats.Contains(style.Item)).Select(style => style.Index)];
    }

    /// <summary>Whether a format of the workbook's own shows a day, outside of its quoted texts and brackets.</summary>
    private static bool ShowsDay(string format)
    {
        var (isQuoted, isBracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
            switch (format[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '[' or ']' when !isQuoted:
                    isBracketed = format[i] == '[';
                    break;
                case 'y' or 'Y' or 'd' or 'D' when !isQuoted && !isBracketed:
                    return true;
            }
        return false;
    }

    internal static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
