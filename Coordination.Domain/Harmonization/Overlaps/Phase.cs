using System.Text.RegularExpressions;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>Which phase of a longer work a program says it is (<c>tahap II</c>, <c>angkatan 3</c>, <c>tahap pertama</c>).</summary>
internal static partial class Phase
{
    private static readonly string[] Ordinals = ["pertama", "kedua", "ketiga", "keempat", "kelima"];

    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v"];

    /// <summary>The number of the phase, from the title or else from the description; none where neither names one.</summary>
    internal static int? Of(ProgramDetails details) => In(details.Title) ?? In(details.Description);

    private static int? In(string text)
    {
        var found = Form().Match(text.ToLowerInvariant());
        if (!found.Success)
            return null;
        var number = found.Groups["number"].Value;
        var at = Math.Max(Array.IndexOf(Ordinals, number), Array.IndexOf(Romans, number));
        return at >= 0 ? at + 1 : int.Parse(number);
    }

    [GeneratedRegex(
        @"\b(tahap|tahapan|fase|gelombang|angkatan|batch|termin)\s+(ke[- ]?)?(?<number>\d{1,2}|pertama|kedua|ketiga|keempat|kelima|i{1,3}|iv|v)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
