namespace Coordination.Api.Tables;

/// <summary>How a table is written.</summary>
internal enum TableFormat
{
    Csv,
    Xlsx,
}

/// <summary>A table while it is written, row by row; only what is written so far is held.</summary>
internal abstract class TableFile : IDisposable
{
    internal static TableFile Begin(TableFormat format, string title, IReadOnlyList<TableColumn> columns) =>
        format == TableFormat.Csv ? new CsvFile(columns) : new XlsxFile(title, columns);

    internal abstract void Add(object row);

    /// <summary>The whole file.</summary>
    internal abstract byte[] End();

    public abstract void Dispose();
}
