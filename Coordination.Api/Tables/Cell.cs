using System.Globalization;
using System.Text.RegularExpressions;

namespace Coordination.Api.Tables;

/// <summary>Reads cells of uploaded tables strictly: what could mean two things is refused, never guessed.</summary>
internal static partial class Cell
{
    /// <summary>The text of a column that must be filled.</summary>
    internal static string? Text(UploadedRow row, string column, List<RowFault> faults)
    {
        if (row[column] is { } text)
            return text;
        faults.Add(row.Fault("missing", column, $"'{column}' is empty."));
        return null;
    }

    /// <summary>A plain decimal in rupiah.</summary>
    internal static decimal? Amount(UploadedRow row, string column, List<RowFault> faults)
    {
        if (Text(row, column, faults) is not { } text)
            return null;
        if (Plain().IsMatch(text))
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        faults.Add(
            row.Fault(
                "amount-malformed",
                column,
                $"'{UploadedTable.Shortened(text)}' is not a plain amount such as 1250000 or 1250000.50: no currency, no separator of "
                    + "thousands, and a point before at most two decimals (1.000 and 1.000,50 could be read in two ways)."
            )
        );
        return null;
    }

    /// <summary>A day that must be filled.</summary>
    internal static DateOnly? Day(UploadedRow row, string column, List<RowFault> faults) =>
        Text(row, column, faults) is null ? null : OptionalDay(row, column, faults);

    /// <summary>A day that may be missing.</summary>
    internal static DateOnly? OptionalDay(UploadedRow row, string column, List<RowFault> faults)
    {
        if (row[column] is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add(
            row.Fault(
                "day-malformed",
                column,
                $"'{UploadedTable.Shortened(text)}' is not a day such as 2024-06-30 (02/05/2024 could be read in two ways)."
            )
        );
        return null;
    }

    [GeneratedRegex(@"^-?[0-9]{1,18}(\.[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
