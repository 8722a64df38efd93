using System.Text.RegularExpressions;

namespace Coordination.Domain.Programs;

/// <summary>
/// A program's number and id, <c>19.05-2024-7KQ2M</c>: proposing government, year, and five Crockford base-32 characters, short
/// enough to say aloud. It never changes, also when the program is reassigned.
/// </summary>
public static partial class ProgramNumber
{
    /// <summary>Crockford's base 32: no I, L, O or U, which are misheard or misread.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>How many characters of <see cref="Alphabet"/> end a number.</summary>
    public const int SuffixLength = 5;

    /// <summary>The number of a program that a government proposes in a plan.</summary>
    public static string Compose(string government, string plan, string suffix) =>
        $"{government}-{plan[(plan.IndexOf('-', StringComparison.Ordinal) + 1)..]}-{suffix}";

    /// <summary>Whether a text can be a program's number.</summary>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    /// <summary>The id of the plan that a well-formed number belongs to: its province and year.</summary>
    public static string PlanOf(string number) => $"{number[..2]}-{number.Split('-')[1]}";

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{2})?-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
