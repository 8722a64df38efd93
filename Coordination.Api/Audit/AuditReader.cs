using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Audit;

/// <summary>Reads events with who, why, and what each changed.</summary>
internal sealed class AuditReader(NpgsqlDataSource dataSource, IEnumerable<StreamHistory> histories)
{
    /// <summary>The position up to which no event can still come in between: all pages of a list show the same.</summary>
    internal async Task<long> SettledAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand($"select coalesce(({Positions.SettledSql}), 0)");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The events up to a position that meet a filter, from one on, in its order.</summary>
    internal async Task<IReadOnlyList<AuditEvent>> ReadAsync(
        AuditFilter filter,
        long? after,
        long upTo,
        int most,
        CancellationToken cancellation
    )
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var found = await FindAsync(filter, after, upTo, most, connection, cancellation);
        var explained = await ExplainAsync(found, connection, cancellation);
        return [.. found.Select(recorded => AuditEvent.Of(recorded, explained[recorded.Stored.Position]))];
    }

    private static async Task<List<RecordedEvent>> FindAsync(
        AuditFilter filter,
        long? after,
        long upTo,
        int most,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        command.Parameters.Add(new() { Value = upTo });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = after ?? (filter.IsLastFirst ? long.MaxValue : 0) });
        var (beyond, order) = filter.IsLastFirst ? ("<", "desc") : (">", "asc");
        command.CommandText = $"""
            select {RecordedEvent.Columns} from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and seq_id {beyond} $3 and {filter.ToSql(command)} order by seq_id {order} limit $2
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await RecordedEvent.ReadAllAsync(reader, cancellation);
    }

    /// <summary>What each event changed, by position: its stream is folded from the beginning up to the last that is shown.</summary>
    private async Task<Dictionary<long, ExplainedEvent>> ExplainAsync(
        List<RecordedEvent> found,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        var shown = found.Select(recorded => recorded.Stored).ToLookup(stored => stored.Stream, StringComparer.Ordinal);
        var upTo = found.Count == 0 ? 0 : found.Max(recorded => recorded.Stored.Position);
        var streams = shown.Select(stream => stream.Key).ToArray();
        var all = await EventReader.StreamsAsync(streams, upTo, connection, cancellation);
        var explained = new Dictionary<long, ExplainedEvent>();
        foreach (var stream in all.GroupBy(stored => stored.Stream, StringComparer.Ordinal))
        {
            var history = histories.First(history => history.Events.IsInstanceOfType(stream.First().Data));
            var wanted = shown[stream.Key].Select(stored => stored.Version).ToHashSet();
            foreach (var one in history.Explain(stream, wanted.Contains))
                explained[one.Position] = one;
        }
        return explained;
    }
}
