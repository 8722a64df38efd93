using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Projections;

/// <summary>A plan at a position with what was found in it for a day; its programs are not kept.</summary>
/// <param name="State">All that its views are made of, but its programs.</param>
/// <param name="Day">The evaluation day in Jakarta.</param>
/// <param name="Found">What was found.</param>
internal sealed record FoundPlan(PlanState State, DateOnly Day, FoundFindings Found)
{
    private readonly Lazy<IReadOnlyList<Finding>> inOrder = new(() => Harmonizer.InOrder(Found.All));

    /// <summary>In no order.</summary>
    internal IReadOnlyList<Finding> Findings => Found.All;

    /// <summary>What matters most first.</summary>
    internal IReadOnlyList<Finding> InOrder => inOrder.Value;

    /// <summary>From scratch, of a state with all programs.</summary>
    internal static FoundPlan Of(PlanState state, DateOnly day) =>
        new(
            state with
            {
                Programs = [],
            },
            day,
            PlanFindings.Of(state.Plan, state.Programs, state.Coverage, day, ForecastsOf(state, day))
        );

    internal static IReadOnlyDictionary<string, decimal> ForecastsOf(PlanState state, DateOnly day) =>
        Forecasts.Of(state.Plan, state.Tally, state.Assessments, day);

    internal Board ToBoard() =>
        BoardMaker.Make(State.Plan, State.Tally, State.Assessments, State.Position, Day, findings: Found.Waiting);
}
