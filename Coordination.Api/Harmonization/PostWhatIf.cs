using System.Collections.Immutable;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Api.Harmonization;

/// <summary>Decisions to be tried, one after the other: what the first changes the second finds changed. Nothing is stored.</summary>
internal sealed record WhatIfQuestion
{
    /// <summary>1 to 50; programs that they begin are called <c>draft-1</c>, <c>draft-2</c> …</summary>
    public required ImmutableList<Decision> Decisions { get; init; }
}

/// <summary>What the decisions would make of the plan.</summary>
/// <param name="Before">The view as it is.</param>
/// <param name="After">The view as it would be, at the same position and for the same day.</param>
/// <param name="Changes">What differs.</param>
/// <param name="Warnings">What who decides should know.</param>
public sealed record WhatIfAnswer(
    HarmonizationView Before,
    HarmonizationView After,
    Comparison Changes,
    IReadOnlyList<Warning> Warnings
)
{
    internal static WhatIfAnswer Of(PlanSnapshot before, PlanSnapshot after, IReadOnlyList<Warning> warnings) =>
        new(before.View, after.View, Comparing.Of(before, after), warnings);
}

/// <summary><c>POST /api/plans/{plan}/what-if</c>.</summary>
internal static class PostWhatIf
{
    internal static async Task<IResult> PostAsync(
        string plan,
        WhatIfQuestion question,
        [AsParameters] BoardQuery query,
        Trials trials,
        CancellationToken cancellation
    )
    {
        var (answer, problem) = await trials.TryAsync(plan, question.Decisions, query, cancellation);
        return problem is null ? Results.Json(answer, CanonicalJson.Options) : problem.ToResult();
    }
}
