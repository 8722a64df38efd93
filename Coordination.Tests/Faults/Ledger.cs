using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Holds what clients were told against what is stored: nothing lost, nothing twice, nothing half done.</summary>
internal sealed class Ledger(string connectionString) : IAsyncDisposable
{
    private const string Events = "coordination.mt_events";

    private readonly NpgsqlDataSource dataSource = NpgsqlDataSource.Create(connectionString);

    /// <summary>Every invariant, once the views have seen the last event.</summary>
    internal async Task CheckAsync(KeyedLoad load, ApiProcess api)
    {
        Assert.Empty(load.Unexpected);
        Assert.Empty(load.Unanswered);
        await CheckKeysAsync(load);
        await CheckStreamsAsync();
        await CheckNothingIsLeftOverAsync();
        await new ViewLedger(dataSource, api).CheckAsync();
    }

    /// <summary>Waits until the views have seen the last event.</summary>
    internal async Task<bool> ViewsHaveSeenAllAsync() =>
        await CountAsync(
            $"""
            select (select count(*) from coordination.mt_event_progression
                    where name = 'Board:All' and last_seq_id >= (select max(seq_id) from {Events}))
            """
        ) == 1;

    /// <summary>An acknowledged key is there once, in the place that its answer names; any other once or not at all.</summary>
    private async Task CheckKeysAsync(KeyedLoad load)
    {
        var stored = new Dictionary<string, (string Stream, long Version, long Position)>(StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand(
            $"select headers->>'idempotencyKey', stream_id, version, seq_id from {Events} where headers ? 'idempotencyKey'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var key = reader.GetString(0);
            var place = (reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3));
            Assert.True(stored.TryAdd(key, place), $"The events of key '{key}' are there more than once.");
        }
        foreach (var (key, told) in load.Acknowledged)
        {
            Assert.True(stored.Remove(key, out var place), $"The acknowledged command '{key}' is lost.");
            Assert.Equal((told.Version, told.Position), (place.Version, place.Position));
            Assert.EndsWith(told.Id, place.Stream, StringComparison.Ordinal);
        }
        Assert.All(stored.Keys, key => Assert.Contains(key, load.Unanswered));
    }

    /// <summary>Versions run from 1 without a gap, in the order of positions, up to the one that the stream itself names.</summary>
    private async Task CheckStreamsAsync()
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select stream_id || ': ' || string_agg(e.version || '@' || seq_id, ' ' order by seq_id)
            from {Events} e join coordination.mt_streams s on s.id = e.stream_id
            where stream_id <> 'mt_tombstone' -- holds the store's marks at positions whose append has failed
            group by stream_id, s.version
            having array_agg(e.version::bigint order by e.seq_id) <> array(select generate_series(1::bigint, s.version::bigint))
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            Assert.Fail($"The versions of a stream do not run from 1 to its own: {reader.GetString(0)}");
    }

    /// <summary>No claim without an answer, no message that nobody could handle.</summary>
    private async Task CheckNothingIsLeftOverAsync()
    {
        Assert.Equal(0, await CountAsync("select count(*) from coordination.answered_request where stream is null"));
        Assert.Equal(0, await CountAsync("select count(*) from wolverine.wolverine_dead_letters"));
        Assert.Equal(0, await DeadLettersAsync());
    }

    /// <summary>Events that a projection gave up on.</summary>
    internal async Task<long> DeadLettersAsync() =>
        await CountAsync("select count(*) from pg_tables where tablename = 'mt_doc_deadletterevent'") == 0
            ? 0
            : await CountAsync("select count(*) from coordination.mt_doc_deadletterevent");

    /// <summary>The position up to which the views have seen every event.</summary>
    internal Task<long> SeenAsync() =>
        CountAsync("select last_seq_id from coordination.mt_event_progression where name = 'Board:All'");

    internal async Task<long> CountAsync(string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();
}
