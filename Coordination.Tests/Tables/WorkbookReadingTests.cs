using Coordination.Api.Tables;

namespace Coordination.Tests.Tables;

public sealed class WorkbookReadingTests
{
    private static readonly UploadedColumns Columns = new(["name", "value"]);

    [Fact]
    public void Cells_are_read_as_they_would_stand_in_a_csv()
    {
        const string styles =
            """<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>""";
        const string texts =
            "<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>ignored</t></rPh></si>";
        var table = Read(
            MadeUpWorkbook.Of(
                MadeUpWorkbook.Row(1, "Name", "VALUE")
                    + """<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>1250000.5</v></c></row>"""
                    + """<row r="4"><c t="s"><v>1</v></c><c s="1"><v>45292</v></c></row>"""
                    + """<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" s="2"><v>45351</v></c></row>"""
                    + """<row r="6"><c r="A6"><v>1E+15</v></c><c r="B6" s="3"><v>7</v></c></row>"""
                    + """<row r="7"><c r="B7"><v>0.30000000000000004</v></c></row><row r="8"/>"""
                    + """<row r="9"><c r="A9" t="inlineStr"><is><t xml:space="preserve"> _x0041_b </t></is></c></row>""",
                texts,
                styles
            )
        );
        Assert.Equal(
            [
                (3, "shared", "1250000.5"),
                (4, "rich text", "2024-01-01"),
                (5, "true", "2024-02-29"),
                (6, "1000000000000000", "7"),
                (7, null, "0.3"),
                (9, "Ab", null),
            ],
            table.Rows.Select(row => (row.Number, row["name"], row["value"]))
        );
        Assert.Empty(table.Faults);
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        var table = Read(
            MadeUpWorkbook.Of(
                MadeUpWorkbook.Row(1, "name", "value") + """<row r="2"><c r="B2" s="0"><v>43830</v></c></row>""",
                styles: """<cellXfs><xf numFmtId="14"/></cellXfs>""",
                workbook: """<workbookPr date1904="1"/>"""
            )
        );
        Assert.Equal("2024-01-01", Assert.Single(table.Rows)["value"]);
    }

    [Fact]
    public void A_cell_that_would_have_to_be_computed_refuses_its_row_and_is_named()
    {
        var table = Read(
            MadeUpWorkbook.Of(
                MadeUpWorkbook.Row(1, "name", "value")
                    + """<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f t="shared" si="0"/><v>x</v></c></row>"""
                    + """<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>"""
                    + """<row r="4"><c r="A4" t="s"><v>99</v></c><c r="B4"><v>NaN</v></c></row>"""
                    + MadeUpWorkbook.Row(5, "good", "row")
            )
        );
        Assert.Equal(
            [("formula", "A2"), ("formula", "B2"), ("cell-error", "A3"), ("cell-broken", "A4"), ("cell-broken", "B4")],
            table.Faults.Select(fault => (fault.Code, fault.Cell))
        );
        Assert.Equal(5, Assert.Single(table.Rows).Number);
    }

    [Fact]
    public void More_rows_than_are_taken_are_refused()
    {
        var rows = Enumerable
            .Range(1, UploadedTable.MostRows + 2)
            .Select(number => MadeUpWorkbook.Row(number, "name", "value"));
        var (_, problem) = UploadedTable.Read(
            new(TableFormat.Xlsx, MadeUpWorkbook.Of(string.Concat(rows)).Bytes()),
            Columns
        );
        Assert.Equal(413, problem!.Status);
        Assert.Contains("5000 rows", problem.Detail, StringComparison.Ordinal);
    }

    private static UploadedTable Read(MadeUpWorkbook workbook)
    {
        var (table, problem) = UploadedTable.Read(new(TableFormat.Xlsx, workbook.Bytes()), Columns);
        Assert.Null(problem?.Detail);
        return table!;
    }
}
