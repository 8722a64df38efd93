using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Funding;

/// <summary>A plan and its programs at a point in time.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Programs">Its programs.</param>
/// <param name="Position">The last event that affects the plan.</param>
/// <param name="AsOf">The day whose knowledge this is.</param>
/// <param name="ValidAt">The day on which the programs' money held, when one is asked for.</param>
internal sealed record PlanMoney(
    Plan Plan,
    IReadOnlyCollection<SpbeProgram> Programs,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt
)
{
    internal FundingView ToView(FundingFilter filter) =>
        FundingViewMaker.Make(Plan, Programs, filter, Position, AsOf, ValidAt);
}

/// <summary>
/// Reads the money of a plan at a point: the state that all its views are made of; what was valid on a day is a fold of its events.
/// </summary>
internal sealed class FundingReader(PlanStates states, EventReader events, ViewPoints points)
{
    /// <summary>
    /// The answer's tag, and what it is made of unless the caller has it, which <paramref name="isKnown"/> says of a tag.
    /// </summary>
    internal async Task<(string Tag, PlanMoney? Money, Problem? Problem)> ReadAsync(
        string plan,
        FundingQuery query,
        Func<string, bool> isKnown,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(plan))
            return ("", null, Problem.UnknownPlan(plan));
        if (query.Fault(plan) is { } fault)
            return ("", null, fault);
        var problem = await points.AwaitAsync(query.AtLeast, cancellation);
        if (problem is not null)
            return ("", null, problem);
        (var point, problem) = await points.ResolveAsync(query.AsOf, query.Position, cancellation);
        if (problem is not null)
            return ("", null, problem);
        if (await states.PositionAsync(plan, point!.Position, point.IsLive, cancellation) is not { } position)
            return ("", null, Problem.UnknownPlan(plan));
        var tag = TagOf(position, point, query);
        if (isKnown(tag))
            return (tag, null, null);
        if (query.ValidDay is { } day)
        {
            var history = await events.PlanAsync(plan, position, cancellation);
            return (tag, new(history.ToPlan()!, Valid(history, day), position, point.Day, day), null);
        }
        var state = await states.ReadAsync(plan, point.Position, point.IsLive, withPrograms: true, cancellation);
        // The present may have moved on since its position was read.
        return (
            TagOf(state!.Position, point, query),
            new(state.Plan, state.Programs, state.Position, point.Day, ValidAt: null),
            null
        );
    }

    private static string TagOf(long position, ViewPoint point, FundingQuery query) =>
        Answers.Tag(position, point.Day.ToString("yyyyMMdd"), query.Fingerprint);

    private static List<SpbeProgram> Valid(IEnumerable<StoredEvent> history, DateOnly day) =>
        [
            .. history
                .Where(stored => stored.Data is IProgramEvent)
                .GroupBy(
                    stored => stored.Stream,
                    stored => new DatedEvent((IProgramEvent)stored.Data, JakartaTime.DayOf(stored.At)),
                    StringComparer.Ordinal
                )
                .Select(stream => ValidTime.On(day, stream.Key, stream)!),
        ];
}
