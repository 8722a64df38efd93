using System.Globalization;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// Plans that nobody can look through: the same few programs typed in thousands of times overlap with the square of their number, and no
/// meeting reads ten thousand pairs. One finding says so in place of what it leaves out.
/// </summary>
internal static class Crowds
{
    /// <summary>Half as many again as a province of 38 kabupaten/kota with 300 programs each.</summary>
    internal const int MostPrograms = 20_000;

    /// <summary>Four for each program of a province of eight governments with 300 programs each.</summary>
    internal const int MostOverlaps = 10_000;

    internal static Finding OfPrograms(Plan plan) =>
        Of(plan, "programs", $"The plan has more than {MostPrograms:N0} programs: it is not searched for findings.");

    internal static Finding OfOverlaps(Plan plan, int most) =>
        Of(
            plan,
            "overlaps",
            $"More than {most:N0} pairs of programs overlap: they are not listed one by one. The same programs seem to be planned many "
                + $"times."
        );

    private static Finding Of(Plan plan, string subject, Sentence reason) =>
        FindingOf.Government(
            plan,
            FindingKind.Overlap,
            FindingSeverity.High,
            plan.Province,
            subject,
            reason,
            new(
                RecommendedDecision.FollowUp,
                $"Cancel the programs that stand in the plan more than once.",
                RecommendationEffect.Removed
            )
            {
                Government = plan.Province,
            },
            [subject]
        ) with
        {
            Governments = [.. Government.Within(plan.Province).Select(government => government.Code)],
        };
}
