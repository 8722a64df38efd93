using Coordination.Api.Tables;
using CsCheck;

namespace Coordination.Tests.Tables;

public sealed class XlsxFileTests
{
    private sealed record Line(string? Name, decimal Amount, int Year, DateOnly? Day, bool IsDone, DayOfWeek Weekday);

    [Fact]
    public void A_workbook_keeps_to_the_schema_and_holds_numbers_days_and_texts_as_such()
    {
        var book = WrittenWorkbook.Read(
            Write(
                new Line("Bangka – Barat", 1_250_000_000.50m, 2024, new(2024, 2, 29), true, DayOfWeek.Friday),
                new Line(null, 0.80m, 2024, null, false, DayOfWeek.Monday)
            )
        );
        Assert.Empty(book.Problems);
        Assert.Equal(
            [
                ["name", "amount", "year", "day", "isDone", "weekday"],
                ["Bangka – Barat", "1250000000.5", "2024", "45351", "1", "friday"],
                ["0.8", "2024", "0", "monday"],
            ],
            book.Rows(0)
        );
        Assert.Equal("pane frozen", book.Pane(0));
        Assert.Equal("A1:F3", book.Filter(0));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void No_text_is_ever_run(string text)
    {
        var book = WrittenWorkbook.Read(Write(new Line(text, 0, 0, null, false, default)));
        var cell = book.Cells(0).Single(cell => cell.CellReference == "A2");
        Assert.Null(cell.CellFormula);
        Assert.Equal("inlineStr", cell.DataType!.InnerText);
        // A style of its own keeps it a text when it is edited.
        Assert.Equal((uint)CellStyle.Quoted, cell.StyleIndex!.Value);
        Assert.Empty(book.Problems);
    }

    [Fact]
    public void Every_text_comes_back_as_it_was() =>
        Gen
            .Char.Array[0, 40]
            .Select(letters => new string(letters))
            .Sample(text =>
            {
                var rows = WorkbookReading.Read(Write(new Line("x" + text, 0, 1, null, false, default)));
                Assert.Equal("x" + text, rows[1].Cells[0]);
            });

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("a_x000D_b")]
    [InlineData("\u0001\uFFFF\uD800 😀\r\n\t")]
    public void Texts_that_xml_or_the_format_would_change_come_back_too(string text) =>
        Assert.Equal(text, CellText.Unescaped(CellText.Escaped(text)));

    private static byte[] Write(params Line[] lines)
    {
        using var file = TableFile.Begin(TableFormat.Xlsx, "a/b:c", TableColumn.Of<Line>());
        foreach (var line in lines)
            file.Add(line);
        return file.End();
    }
}
