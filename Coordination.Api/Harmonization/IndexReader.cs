using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Harmonization;

/// <summary>Reads the SPBE index of a plan's governments at a point, and the tag of all that its answers depend on.</summary>
internal sealed class IndexReader(BoardReader boards, PlanStates states)
{
    /// <summary>The view; none when the caller has what <paramref name="isKnown"/> says of the tag.</summary>
    internal async Task<(IndexView? View, string Tag, Problem? Problem)> ReadAsync(
        string plan,
        BoardQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        var (point, problem) = await boards.PointAsync(plan, query, cancellation);
        if (problem is not null)
            return (null, "", problem);
        if (await states.PositionAsync(plan, point!.Position, point.IsLive, cancellation) is not { } position)
            return (null, "", Problem.UnknownPlan(plan));
        var known = BoardReader.TagOf(position, point.Day);
        if (isKnown(known))
            return (null, known, null);
        var state = await states.ReadAsync(plan, point.Position, point.IsLive, withPrograms: true, cancellation);
        var view = IndexViewMaker.Make(state!.Plan, state.Programs, state.Assessments, state.Position, point.Day);
        // The present may have moved on since its position was read.
        return (view, BoardReader.TagOf(state.Position, point.Day), null);
    }
}
