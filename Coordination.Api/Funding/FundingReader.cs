using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Npgsql;

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
);

/// <summary>
/// Reads the money of a plan at a point: a fold of its events, for the present too, so that there is one way to every answer. The
/// present is what the views have seen.
/// </summary>
internal sealed class FundingReader(NpgsqlDataSource dataSource, EventReader events, ViewPoints points)
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
        if (await LastOfAsync(plan, point!, cancellation) is not { } position)
            return ("", null, Problem.UnknownPlan(plan));
        var tag = Answers.Tag(position, point!.Day.ToString("yyyyMMdd"), query.Fingerprint);
        if (isKnown(tag))
            return (tag, null, null);
        var history = await events.PlanAsync(plan, position, cancellation);
        var programs = query.ValidDay is { } day ? Valid(history, day) : [.. history.ToPrograms().Values];
        return (tag, new(history.ToPlan()!, programs, position, point.Day, query.ValidDay), null);
    }

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

    /// <summary>The position of the plan's last event up to a point; none when there was no plan.</summary>
    private async Task<long?> LastOfAsync(string plan, ViewPoint point, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var upTo = point.IsLive ? await Positions.SeenAsync(connection, cancellation) : point.Position;
        await using var command = new NpgsqlCommand(
            $"select max(seq_id) from {StoreSetup.Schema}.mt_events where data->>'plan' = $1 and seq_id <= $2",
            connection
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = upTo });
        return await command.ExecuteScalarAsync(cancellation) is long position ? position : null;
    }
}
