using System.Globalization;
using System.Text;
using Coordination.Domain;
using CsvHelper;
using CsvHelper.Configuration;

namespace Coordination.Api.Tables;

/// <summary>A table as CSV.</summary>
internal sealed class CsvFile : TableFile
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // A spreadsheet would run a text that starts like a formula.
        InjectionOptions = InjectionOptions.Escape,
    };

    private readonly MemoryStream buffer = new();
    private readonly CsvWriter csv;
    private readonly IReadOnlyList<TableColumn> columns;

    internal CsvFile(IReadOnlyList<TableColumn> columns)
    {
        this.columns = columns;
        csv = new(new StreamWriter(buffer, new UTF8Encoding(false)), Format);
        foreach (var column in columns)
            csv.WriteField(column.Name);
        csv.NextRecord();
    }

    internal override void Add(object row)
    {
        foreach (var column in columns)
            csv.WriteField(Text(column.ValueOf(row)));
        csv.NextRecord();
    }

    internal override byte[] End()
    {
        csv.Flush();
        return buffer.ToArray();
    }

    public override void Dispose()
    {
        csv.Dispose();
        buffer.Dispose();
    }

    // An empty cell is an empty text: none at all would move the cells after it to the left.
    private static string Text(object? value) =>
        value switch
        {
            null => "",
            decimal number => Decimals.Normalised(number).ToString(CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool choice => choice ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)value,
        };
}
