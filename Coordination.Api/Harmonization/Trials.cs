using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Api.Harmonization;

/// <summary>Tries decisions on a plan at a point; nothing is stored.</summary>
internal sealed class Trials(BoardReader boards, PlanStates states, TimeProvider clock)
{
    internal async Task<(WhatIfAnswer? Answer, Problem? Problem)> TryAsync(
        string plan,
        IReadOnlyList<Decision> decisions,
        BoardQuery query,
        CancellationToken cancellation
    )
    {
        var (point, problem) = await boards.PointAsync(plan, query, cancellation);
        if (problem is not null)
            return (null, problem);
        var state = await states.ReadAsync(plan, point!.Position, point.IsLive, withPrograms: true, cancellation);
        if (state is null)
            return (null, Problem.UnknownPlan(plan));
        return Try(state.ToSnapshot(point.Day), decisions);
    }

    /// <summary>The same of a plan that was read already.</summary>
    internal (WhatIfAnswer? Answer, Problem? Problem) Try(PlanSnapshot before, IReadOnlyList<Decision> decisions)
    {
        var now = clock.GetUtcNow();
        // In the past the decisions would have been taken by the end of that day.
        var outcome = WhatIf.Try(
            before,
            decisions,
            JakartaTime.DayOf(now) == before.Day ? now : JakartaTime.EndOf(before.Day)
        );
        return outcome.IsAccepted
            ? (WhatIfAnswer.Of(before, outcome.Events[0], outcome.Warnings), null)
            : (null, Problem.Refused(outcome.Rejections));
    }
}
