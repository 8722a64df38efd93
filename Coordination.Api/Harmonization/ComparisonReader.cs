using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;

namespace Coordination.Api.Harmonization;

/// <summary>Reads what has changed in a plan from one point to another, and the tag of all that its answers depend on.</summary>
internal sealed class ComparisonReader(BoardReader boards, PlanStates states)
{
    /// <summary>What has changed; none when the caller has what <paramref name="isKnown"/> says of the tag.</summary>
    internal async Task<(Comparison? Comparison, string Tag, Problem? Problem)> ReadAsync(
        string plan,
        ComparisonQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        var (from, problem) = await PointAsync(plan, query.From, query.AtLeast, "from", cancellation);
        if (problem is not null)
            return (null, "", problem);
        (var to, problem) = await PointAsync(plan, query.To, query.AtLeast, "to", cancellation);
        if (problem is not null)
            return (null, "", problem);
        // Told without any state.
        if (await TagAsync(plan, from!, to!, cancellation) is not { } known)
            return (null, "", Problem.UnknownPlan(plan));
        if (isKnown(known))
            return (null, known, null);
        if (
            await ReadAsync(plan, from!, cancellation) is not { } before
            || await ReadAsync(plan, to!, cancellation) is not { } after
        )
            return (null, "", Problem.UnknownPlan(plan));
        var tag = TagOf((before.View.Position, before.Day), (after.View.Position, after.Day));
        return (Comparing.Of(before, after), tag, null);
    }

    private async Task<(ViewPoint? Point, Problem? Problem)> PointAsync(
        string plan,
        string? end,
        string? atLeast,
        string name,
        CancellationToken cancellation
    )
    {
        var isPosition = end is { Length: > 0 } && end.All(char.IsAsciiDigit);
        var (point, problem) = await boards.PointAsync(
            plan,
            new(isPosition ? null : end, isPosition ? end : null, atLeast, null),
            cancellation
        );
        return (
            point,
            problem is null ? null : problem with { Errors = [.. problem.Errors.Select(error => Renamed(error, name))] }
        );
    }

    private static ProblemError Renamed(ProblemError error, string name) =>
        error.Field is "asOf" or "position" ? error with { Field = name } : error;

    private async Task<string?> TagAsync(string plan, ViewPoint from, ViewPoint to, CancellationToken cancellation) =>
        await states.PositionAsync(plan, from.Position, from.IsLive, cancellation) is { } before
        && await states.PositionAsync(plan, to.Position, to.IsLive, cancellation) is { } after
            ? TagOf((before, from.Day), (after, to.Day))
            : null;

    private async Task<PlanSnapshot?> ReadAsync(string plan, ViewPoint point, CancellationToken cancellation) =>
        (await states.ReadAsync(plan, point.Position, point.IsLive, withPrograms: true, cancellation))?.ToSnapshot(
            point.Day
        );

    private static string TagOf((long Position, DateOnly Day) from, (long Position, DateOnly Day) to) =>
        Answers.Tag(from.Position, $"{from.Day:yyyyMMdd}", to.Position, $"{to.Day:yyyyMMdd}");
}
