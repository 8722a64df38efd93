using System.Globalization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// Governments that miss the plan's target even if every active program that is not overdue and ends in the year counted as done. For
/// <c>maturity</c> and <c>indicators</c> it is their forecast that misses it; without one nothing can be said.
/// </summary>
internal static class Targets
{
    internal static IEnumerable<Finding> Of(
        Plan plan,
        IReadOnlyCollection<SpbeProgram> active,
        IReadOnlyDictionary<string, decimal> forecasts,
        DateOnly day
    )
    {
        var byGovernment = active.ToLookup(program => program.Government, StringComparer.Ordinal);
        foreach (var government in Government.Within(plan.Province))
            if (
                BestOf(plan, byGovernment[government.Code].ToList(), forecasts, government.Code, day) is { } best
                && best < plan.Target.Rate
            )
                yield return Missed(plan, government, Decimals.Rate(best));
    }

    /// <summary>The rate that is still possible; none where nothing can be said.</summary>
    private static decimal? BestOf(
        Plan plan,
        List<SpbeProgram> programs,
        IReadOnlyDictionary<string, decimal> forecasts,
        string government,
        DateOnly day
    ) =>
        plan.Target.Definition switch
        {
            ImplementationDefinition.Completion => programs.Count == 0
                ? 0
                : programs.Average(program => Best(plan, program, day)) / 100,
            ImplementationDefinition.CompletionByCost => programs.Count == 0
                ? 0
                : programs.Sum(program => Best(plan, program, day) * program.Details.EstimatedCost)
                    / programs.Sum(program => program.Details.EstimatedCost)
                    / 100,
            _ => forecasts.TryGetValue(government, out var forecast) ? forecast : null,
        };

    private static decimal Best(Plan plan, SpbeProgram program, DateOnly day) =>
        program.Details.Schedule.End.Year == plan.Year && !DeliveryFindings.IsOverdue(program, day)
            ? 100
            : program.ProgressPercent;

    private static Finding Missed(Plan plan, Government government, decimal best)
    {
        var target = Text(plan.Target.Rate);
        return FindingOf.Government(
            plan,
            FindingKind.Target,
            FindingSeverity.High,
            government.Code,
            $"{plan.Target.Definition}",
            $"{government.Name} can reach {Text(best)} at most; the plan's target is {target} ({plan.Target.Definition}).",
            new(
                RecommendedDecision.FollowUp,
                $"Agree with {government.Name} which overdue programs it completes, puts off or gives up.",
                RecommendationEffect.InHand
            )
            {
                Government = government.Code,
            },
            [government.Code, $"{plan.Target.Definition}", target]
        );
    }

    private static string Text(decimal rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
