using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What nobody does: a priority without an active program in a government, an uncovered village without internet to come.</summary>
internal static class Gaps
{
    internal static IEnumerable<Finding> OfPriorities(Plan plan, IEnumerable<SpbeProgram> active)
    {
        var filled = active.Select(program => (program.Government, program.Details.Priority)).ToHashSet();
        return from government in Government.Within(plan.Province)
            from priority in Priority.All
            where !filled.Contains((government.Code, priority.Code))
            select OfPriority(plan, government, priority);
    }

    internal static Finding OfPriority(Plan plan, Government government, Priority priority) =>
        FindingOf.Government(
            plan,
            FindingKind.Gap,
            FindingSeverity.Medium,
            government.Code,
            priority.Code,
            $"{government.Name} has no active program for the priority '{priority.NameEnglish}' ({priority.Name}).",
            new(
                RecommendedDecision.Adopt,
                $"Propose a program, or declare that another government's program serves it too.",
                RecommendationEffect.Removed
            )
            {
                Government = government.Code,
            },
            [government.Code, priority.Code]
        ) with
        {
            Priority = priority.Code,
        };

    internal static IEnumerable<Finding> OfVillages(
        Plan plan,
        IReadOnlyList<ProgramProfile> internet,
        CoverageMap coverage
    ) =>
        from village in coverage.UncoveredVillages
        where Location.Contains(plan.Province, village) && !internet.Any(program => program.Area.Holds(village))
        select OfVillage(plan, village, coverage.Find(village)!);

    private static Finding OfVillage(Plan plan, string village, CoverageReport report)
    {
        var name = Location.Find(village)!.Name;
        var government = Government.Of(village)!;
        return FindingOf.Government(
            plan,
            FindingKind.Gap,
            FindingSeverity.High,
            government.Code,
            village,
            $"{name} ({village}, {government.Name}) is reported uncovered by {report.Source} as of {report.AsOf}, "
                + $"and no active program of the plan brings internet there.",
            new(
                RecommendedDecision.Adopt,
                $"Propose an internet program for {name}, with support of BAKTI where no operator will come.",
                RecommendationEffect.Removed
            )
            {
                Government = government.Code,
            },
            [village, report.Source, FindingOf.Text(report.AsOf)]
        ) with
        {
            Priority = "village-internet",
            Locations = [village],
        };
    }
}
