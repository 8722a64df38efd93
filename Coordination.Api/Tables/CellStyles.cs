using DocumentFormat.OpenXml.Spreadsheet;

namespace Coordination.Api.Tables;

/// <summary>How a cell looks; its number is its place in the workbook's styles.</summary>
internal enum CellStyle
{
    Plain,
    Header,

    /// <summary>A text that stays one when it is edited.</summary>
    Quoted,
    Whole,
    Fraction,
    Day,

    /// <summary>A long text, over as many lines as it needs.</summary>
    Wrapped,

    /// <summary>The header of a column that must be filled.</summary>
    Needed,

    /// <summary>A cell for a text that may look like a number: a code.</summary>
    Code,
}

/// <summary>The styles of every workbook.</summary>
internal static class CellStyles
{
    private const uint WholeNumbers = 3;
    private const uint Texts = 49;
    private const uint Fractions = 164;
    private const uint Days = 165;

    internal static Stylesheet Sheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = Fractions, FormatCode = "#,##0.0#####" },
                new NumberingFormat { NumberFormatId = Days, FormatCode = "yyyy-mm-dd" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFE6ECF5"),
                Solid("FFFFE9B8")
            ),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Format(),
                Format(font: 1, fill: 2),
                Format(isQuoted: true),
                Format(WholeNumbers),
                Format(Fractions),
                Format(Days),
                Format(isWrapped: true),
                Format(font: 1, fill: 3),
                Format(Texts)
            )
        );

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Format(
        uint number = 0,
        uint font = 0,
        uint fill = 0,
        bool isQuoted = false,
        bool isWrapped = false
    )
    {
        var format = new CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            ApplyNumberFormat = number > 0,
            ApplyFont = font > 0,
            ApplyFill = fill > 0,
            QuotePrefix = isQuoted,
        };
        if (isWrapped)
            format.Alignment = new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
        return format;
    }
}
