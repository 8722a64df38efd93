using System.Diagnostics;
using System.Text;
using Coordination.Api.Tables;

namespace Coordination.Tests.Tables;

/// <summary>Files that are made to harm, and files that are no workbooks: each is refused soon, in a sentence.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly string Header = MadeUpWorkbook.Row(1, "name", "value");

    [Fact]
    public void What_swells_is_not_unpacked_to_its_end() =>
        AssertRefused(
            MadeUpWorkbook
                .Of(Header + $"""<row r="2"><c r="A2"><v>{new string('1', 100_000_000)}</v></c></row>""")
                .Bytes(),
            413,
            "swells"
        );

    [Fact]
    public void Many_parts_that_each_swell_a_little_are_one_large_workbook()
    {
        // Each is below what is suspicious for one part.
        var random = new Random(1);
        var texts = new StringBuilder();
        for (var text = 0; text < 2500; text++)
            texts.Append($"<si><t>{Noise(random)}{new string('x', 14_000)}</t></si>");
        var workbook = MadeUpWorkbook.Of(Header, texts.ToString(), texts.ToString());
        AssertRefused(workbook.Bytes(), 413, "swells");
    }

    [Fact]
    public void One_text_in_very_many_cells_is_counted_as_often_as_it_stands_there()
    {
        var cells = string.Concat(
            Enumerable.Range(2, 4000).Select(row => $"""<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>""")
        );
        var workbook = MadeUpWorkbook.Of(Header + cells, $"<si><t>{new string('x', 30_000)}</t></si>");
        AssertRefused(workbook.Bytes(), 413, "characters");
    }

    [Fact]
    public void Xml_that_is_nested_deeply_is_refused() =>
        AssertRefused(
            MadeUpWorkbook
                .Of(
                    Header
                        + string.Concat(Enumerable.Repeat("<a>", 5000))
                        + string.Concat(Enumerable.Repeat("</a>", 5000))
                )
                .Bytes(),
            400,
            "nested"
        );

    [Fact]
    public void Xml_that_defines_entities_is_refused() =>
        AssertRefused(
            MadeUpWorkbook
                .Of(Header)
                .Instead(
                    "xl/worksheets/sheet1.xml",
                    """<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c><v>&b;</v></c></row></sheetData></worksheet>"""
                )
                .Bytes(),
            400,
            "document type"
        );

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl\\externalLinks\\externalLink1.xml")]
    [InlineData("xl/connections.xml")]
    [InlineData("xl/activeX/activeX1.bin")]
    public void Macros_and_links_to_other_sources_are_refused(string part) =>
        AssertRefused(MadeUpWorkbook.Of(Header).With(part, "x").Bytes(), 400, "macros or links");

    [Fact]
    public void A_part_that_is_there_twice_is_refused() =>
        AssertRefused(
            MadeUpWorkbook.Of(Header).With("XL/worksheets/sheet1.xml", "<worksheet/>").Bytes(),
            400,
            "two parts"
        );

    [Fact]
    public void Very_many_parts_are_refused()
    {
        var workbook = MadeUpWorkbook.Of(Header);
        for (var part = 0; part < 1000; part++)
            workbook.With($"xl/media/{part}.png", "");
        AssertRefused(workbook.Bytes(), 400, "parts");
    }

    [Fact]
    public void What_lies_about_its_place_is_refused()
    {
        AssertRefused(
            MadeUpWorkbook.Of(Header + """<row r="2"/><row r="2"/>""").Bytes(),
            400,
            "names row 2 after row 2"
        );
        AssertRefused(MadeUpWorkbook.Of("""<row r="1"><c r="B1"/><c r="A1"/></row>""").Bytes(), 400, "twice");
        AssertRefused(MadeUpWorkbook.Of("""<row r="1"><c r="XFD1"/></row>""").Bytes(), 400, "more than 200 cells");
        AssertRefused(MadeUpWorkbook.Of("""<row r="1"><c r="A9"/></row>""").Bytes(), 400, "names itself 'A9'");
    }

    [Theory]
    [InlineData("D0CF11E0A1B11AE1", "encrypted")]
    [InlineData("6E616D652C76616C7565", "not a workbook")]
    [InlineData("", "not a workbook")]
    [InlineData("504B0304", "damaged")]
    public void What_is_no_workbook_is_refused(string hex, string why) =>
        AssertRefused(Convert.FromHexString(hex), 400, why);

    [Fact]
    public void Another_kind_of_package_is_no_workbook()
    {
        AssertRefused(MadeUpWorkbook.Of(Header).Instead("_rels/.rels", "<Relationships/>").Bytes(), 400, "no sheet");
        AssertRefused(MadeUpWorkbook.Of(Header).Instead("xl/workbook.xml", "<workbook/>").Bytes(), 400, "no sheet");
        AssertRefused(MadeUpWorkbook.Of(Header).Instead("xl/workbook.xml", "<workbook>").Bytes(), 400, "broken");
    }

    [Fact]
    public void A_workbook_that_is_cut_off_or_damaged_anywhere_is_read_or_refused_and_never_fails()
    {
        var whole = MadeUpWorkbook.Of(Header + MadeUpWorkbook.Row(2, "a", "b")).Bytes();
        var random = new Random(3);
        for (var n = 0; n < 300; n++)
        {
            var damaged = n % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (var flips = 0; n % 2 == 1 && flips < 3; flips++)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var (table, problem) = UploadedTable.Read(new(TableFormat.Xlsx, damaged), new(["name", "value"]));
            Assert.True(table is null != problem is null);
        }
    }

    private static void AssertRefused(byte[] bytes, int status, string why)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var (table, problem) = UploadedTable.Read(new(TableFormat.Xlsx, bytes), new(["name", "value"]));
        Assert.Null(table);
        Assert.Equal(status, problem!.Status);
        Assert.Contains(why, problem.Detail, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000_000);
    }

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, 100).Select(_ => (char)random.Next('a', 'z')));
}
