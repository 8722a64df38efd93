using System.IO.Compression;
using System.Text;
using Coordination.Api.Tables;

namespace Coordination.Tests.Tables;

/// <summary>Workbooks as others write them, part by part, good and hostile.</summary>
internal sealed class MadeUpWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, byte[] Content)> parts = [];

    private MadeUpWorkbook() { }

    /// <summary>Of the XML that stands within <c>sheetData</c>, and within <c>sst</c>.</summary>
    internal static MadeUpWorkbook Of(string rows, string texts = "", string styles = "", string workbook = "") =>
        new MadeUpWorkbook()
            .With("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")))
            .With(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{workbook}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            )
            .With(
                "xl/_rels/workbook.xml.rels",
                Relations(
                    ("rId1", "worksheet", "worksheets/sheet1.xml"),
                    ("rId2", "sharedStrings", "sharedStrings.xml"),
                    ("rId3", "styles", "/xl/styles.xml")
                )
            )
            .With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{texts}</sst>""")
            .With("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""")
            .With(
                "xl/worksheets/sheet1.xml",
                $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""
            );

    internal MadeUpWorkbook With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    internal MadeUpWorkbook With(string name, byte[] content)
    {
        parts.Add((name, content));
        return this;
    }

    internal MadeUpWorkbook Instead(string name, string content)
    {
        parts.RemoveAll(part => part.Name == name);
        return With(name, content);
    }

    internal byte[] Bytes()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        return buffer.ToArray();
    }

    /// <summary>A row of texts.</summary>
    internal static string Row(int number, params string[] texts) =>
        $"""<row r="{number}">{string.Concat(texts.Select((text, column) => Text($"{Sheet.NameOf(column)}{number}", text)))}</row>""";

    internal static string Text(string place, string text) =>
        $"""<c r="{place}" t="inlineStr"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>""";

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{Package}">{string.Concat(relations.Select(one => $"""<Relationship Id="{one.Id}" Type="{Office}/{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";
}
