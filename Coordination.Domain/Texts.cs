namespace Coordination.Domain;

/// <summary>What a text in a command may be.</summary>
internal static class Texts
{
    internal const int Short = 100;
    internal const int Line = 200;
    internal const int Long = 5000;

    /// <summary>Refuses a text that is too short or long once trimmed, or that holds control characters.</summary>
    internal static bool RequireText(this Verdict verdict, string text, string field, int least, int most)
    {
        var length = text.Trim().EnumerateRunes().Count();
        return verdict.Require(
                length >= least && length <= most,
                "text-length",
                field,
                $"'{new Word("field", field)}' has {length} characters; it needs {least} to {most}."
            )
            & verdict.Require(
                !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')),
                "text-control-character",
                field,
                $"'{new Word("field", field)}' holds a control character."
            );
    }

    /// <summary>The same for a text that may be missing.</summary>
    internal static void RequireOptionalText(this Verdict verdict, string? text, string field, int most)
    {
        if (text is not null)
            verdict.RequireText(text, field, 0, most);
    }

    /// <summary>Refuses a day outside of what any plan of this system can mean.</summary>
    internal static bool RequireDay(this Verdict verdict, DateOnly day, string field) =>
        verdict.Require(
            day.Year is >= 2000 and <= 2100,
            "day-out-of-range",
            field,
            $"{day:yyyy-MM-dd} does not lie between 2000 and 2100."
        );

    /// <summary>Refuses a day after the evaluation day.</summary>
    internal static bool RequirePast(this Verdict verdict, DateOnly day, DateOnly today, string field) =>
        verdict.RequireDay(day, field)
        && verdict.Require(
            day <= today,
            "day-in-future",
            field,
            $"{day:yyyy-MM-dd} lies in the future; today is {today:yyyy-MM-dd} in Jakarta."
        );

    /// <summary>A trimmed text, or none when nothing is left of it.</summary>
    internal static string? TrimmedOrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
