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
                    + $"thousands, and a point before at most two decimals (1.000 and 1.000,50 could be read in two ways)."
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

    /// <summary>A plain number with at most four decimals.</summary>
    internal static decimal? Quantity(UploadedRow row, string column, List<RowFault> faults)
    {
        if (Text(row, column, faults) is not { } text)
            return null;
        if (PlainQuantity().IsMatch(text))
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        faults.Add(
            row.Fault(
                "quantity-malformed",
                column,
                $"'{UploadedTable.Shortened(text)}' is not a plain number such as 12 or 12.5."
            )
        );
        return null;
    }

    /// <summary>A choice that is no when nothing is said.</summary>
    internal static bool Choice(UploadedRow row, string column, List<RowFault> faults)
    {
        var text = row[column]?.ToLowerInvariant();
        if (text is null or "tidak" or "no" or "false")
            return false;
        if (text is not ("ya" or "yes" or "true"))
            faults.Add(
                row.Fault(
                    "choice-malformed",
                    column,
                    $"'{UploadedTable.Shortened(text)}' is neither yes (ya) nor no (tidak)."
                )
            );
        return true;
    }

    /// <summary>Between a code and the name that may follow it, for who reads the cell.</summary>
    internal const string BeforeName = " – ";

    /// <summary>A code that must be there; a name behind it is to be that of the code.</summary>
    internal static string? Code(
        UploadedRow row,
        string column,
        Func<string, IReadOnlyList<string>> namesOf,
        List<RowFault> faults
    ) => Text(row, column, faults) is { } text ? Code(text, row, column, namesOf, faults) : null;

    /// <summary>Codes of which there must be one or more, separated by semicolons or lines.</summary>
    internal static IReadOnlyList<string> Codes(
        UploadedRow row,
        string column,
        Func<string, IReadOnlyList<string>> namesOf,
        List<RowFault> faults
    ) =>
        Text(row, column, faults) is { } text
            ? [.. Parts(text).Select(part => Code(part, row, column, namesOf, faults))]
            : [];

    internal static string[] Parts(string? text) =>
        text?.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Code(
        string text,
        UploadedRow row,
        string column,
        Func<string, IReadOnlyList<string>> namesOf,
        List<RowFault> faults
    )
    {
        var end = text.IndexOf(BeforeName, StringComparison.Ordinal);
        if (end < 0)
            return text;
        var (code, name) = (text[..end].Trim(), text[(end + BeforeName.Length)..].Trim());
        var known = namesOf(code);
        if (known.Count > 0 && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
            faults.Add(
                row.Fault(
                    "name-differs",
                    column,
                    $"{code} is {known[0]}, not '{UploadedTable.Shortened(name)}'; which of the two is meant cannot be told."
                )
            );
        return code;
    }

    [GeneratedRegex(@"^-?[0-9]{1,18}(\.[0-9]{1,4})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainQuantity();

    [GeneratedRegex(@"^-?[0-9]{1,18}(\.[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
