using Coordination.Api.EventStore;
using Coordination.Api.Http;

namespace Coordination.Api.Meetings;

/// <summary>The present of a plan as a position that stays what it is.</summary>
internal sealed class PlanPoints(EventReader events, Positions positions)
{
    /// <summary>
    /// The position of the last event that affects the plan, once no other can appear below it and the views have seen it: what is decided
    /// on is what everybody sees.
    /// </summary>
    internal async Task<(long? Position, Problem? Problem)> LastAsync(string plan, CancellationToken cancellation)
    {
        if (await events.LastOfPlanAsync(plan, long.MaxValue, cancellation) is not { } last)
            return (null, Problem.UnknownPlan(plan));
        return await positions.HasSeenAsync(last, cancellation)
            ? (last, null)
            : (null, Problem.NotYet($"position {last}"));
    }
}
