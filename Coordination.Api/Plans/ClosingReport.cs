using Coordination.Api.EventStore;
using Coordination.Domain.Meetings;
using Npgsql;

namespace Coordination.Api.Plans;

/// <summary>
/// What a closed plan says of its closing. A command that raced with it may have landed just after: it stands, and is listed here.
/// </summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The position of the closing.</param>
/// <param name="At">When it was closed, UTC.</param>
/// <param name="Late">Events after it other than realisations and funding corrections.</param>
internal sealed record ClosingReport(string Plan, long Position, DateTimeOffset At, IReadOnlyList<LateEvent> Late)
{
    private static readonly string[] Allowed =
    [
        "funds_realised",
        "realisation_corrected",
        "funding_corrected",
        .. EventNames.Of<IMeetingEvent>(),
    ];

    internal static async Task<ClosingReport> ReadAsync(
        string plan,
        StoredEvent closed,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select seq_id, stream_id, type from {StoreSetup.Schema}.mt_events
            where data->>'plan' = $1 and seq_id > $2 and type <> all($3) order by seq_id limit 1000
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = closed.Position });
        command.Parameters.Add(new() { Value = Allowed });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var late = new List<LateEvent>();
        while (await reader.ReadAsync(cancellation))
            late.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        return new(plan, closed.Position, closed.At, late);
    }
}

/// <summary>An event that landed after the closing.</summary>
internal sealed record LateEvent(long Position, string Program, string Event);
