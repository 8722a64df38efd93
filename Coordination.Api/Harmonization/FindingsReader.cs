using Coordination.Api.Http;
using Coordination.Api.Projections;

namespace Coordination.Api.Harmonization;

/// <summary>Reads what is found in a plan at a point, and the tag of all that its answers depend on.</summary>
internal sealed class FindingsReader(BoardReader boards, PlanStates states, FindingsKeeper findings)
{
    /// <summary>What is found; none when the caller has what <paramref name="isKnown"/> says of the tag.</summary>
    internal async Task<(FoundPlan? Found, string Tag, Problem? Problem)> ReadAsync(
        string plan,
        BoardQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        var (point, problem) = await boards.PointAsync(plan, query, cancellation);
        return problem is null ? await ReadAsync(plan, point!, isKnown, cancellation) : (null, "", problem);
    }

    internal async Task<(FoundPlan? Found, string Tag, Problem? Problem)> ReadAsync(
        string plan,
        ViewPoint point,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        if (await states.PositionAsync(plan, point.Position, point.IsLive, cancellation) is not { } position)
            return (null, "", Problem.UnknownPlan(plan));
        var known = BoardReader.TagOf(position, point.Day);
        if (isKnown(known))
            return (null, known, null);
        var found = await findings.ReadAsync(plan, point, cancellation);
        // The present may have moved on since its position was read.
        return found is null
            ? (null, "", Problem.UnknownPlan(plan))
            : (found, BoardReader.TagOf(found.State.Position, found.Day), null);
    }
}
