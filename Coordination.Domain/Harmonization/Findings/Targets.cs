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
        IEnumerable<SpbeProgram> active,
        IReadOnlyDictionary<string, decimal> forecasts,
        DateOnly day
    )
    {
        var possible = active.ToLookup(
            program => program.Government,
            program => Possible.Of(plan.Year, program, day),
            StringComparer.Ordinal
        );
        return Government
            .Within(plan.Province)
            .SelectMany(government =>
                Of(plan, government, possible[government.Code].Aggregate(default(Possible), Possible.Plus), forecasts)
            );
    }

    /// <summary>What is found of one government, by what its active programs can still reach together.</summary>
    internal static IEnumerable<Finding> Of(
        Plan plan,
        Government government,
        Possible possible,
        IReadOnlyDictionary<string, decimal> forecasts
    ) =>
        BestOf(plan.Target.Definition, possible, forecasts, government.Code) is { } best && best < plan.Target.Rate
            ? [Missed(plan, government, Decimals.Rate(best))]
            : [];

    /// <summary>The rate that is still possible; none where nothing can be said.</summary>
    private static decimal? BestOf(
        ImplementationDefinition definition,
        Possible possible,
        IReadOnlyDictionary<string, decimal> forecasts,
        string government
    ) =>
        definition switch
        {
            ImplementationDefinition.Completion => possible.Programs == 0
                ? 0
                : possible.Percent / possible.Programs / 100,
            ImplementationDefinition.CompletionByCost => possible.Programs == 0
                ? 0
                : possible.PercentOfCost / possible.Cost / 100,
            _ => forecasts.TryGetValue(government, out var forecast) ? forecast : null,
        };

    private static Finding Missed(Plan plan, Government government, decimal best)
    {
        var target = Text(plan.Target.Rate);
        return FindingOf.Government(
            plan,
            FindingKind.Target,
            FindingSeverity.High,
            government.Code,
            $"{plan.Target.Definition}",
            $"{government.Name} can reach {best * 100:0.##} % at most; the plan's target is {plan.Target.Rate * 100:0.##} % ({plan.Target.Definition}).",
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
