namespace Coordination.Api.Tables;

/// <summary>A table as a workbook of one sheet: real numbers and days, the header frozen, a filter on it.</summary>
internal sealed class XlsxFile : TableFile
{
    private readonly Workbook workbook = new();
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly Sheet sheet;

    internal XlsxFile(string title, IReadOnlyList<TableColumn> columns)
    {
        this.columns = columns;
        sheet = workbook.Begin(title, columns.Select(WidthOf));
        sheet.Add(columns.Select(column => (object?)column.Name), CellStyle.Header);
    }

    internal override void Add(object row)
    {
        if (sheet.Rows == Sheet.MostRows)
            throw new BadHttpRequestException(
                $"The table has more than {Sheet.MostRows - 1} rows, which is more than a sheet holds; ask for CSV."
            );
        sheet.Add(columns.Select(column => column.ValueOf(row)));
    }

    internal override byte[] End()
    {
        sheet.Filter();
        sheet.End();
        return workbook.End();
    }

    public override void Dispose()
    {
        sheet.Dispose();
        workbook.Dispose();
    }

    private static double WidthOf(TableColumn column) =>
        Math.Max(
            column.Name.Length + 4,
            column.Kind switch
            {
                ColumnKind.Text => 24,
                ColumnKind.Number => 18,
                _ => 12,
            }
        );
}
