using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.EventChain;

/// <summary>
/// Which positions are final: given out, and their transactions over. A position is given out before its event is committed, so that one may
/// appear below another; in ground that the chain has passed it would look like one that somebody has put there. The projections pass a gap
/// after a time; here it is known: whoever is given a position holds a lock on the sequence until the transaction ends.
/// </summary>
internal sealed class FinalPositions(NpgsqlDataSource dataSource, TimeProvider clock)
{
    private const string Sequence = $"{StoreSetup.Schema}.mt_events_sequence";

    private const string Holders = $"""
        select virtualtransaction from pg_locks
        where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = '{Sequence}'::regclass
            and database = (select oid from pg_database where datname = current_database())
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The last position that was given out.</summary>
    internal async Task<long> LastGivenAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select case when is_called then last_value else 0 end from {Sequence}"
        );
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// Waits for the transactions that may have been given a position by now; answers whether they have ended within two seconds. Those
    /// that begin meanwhile are not waited for.
    /// </summary>
    internal async Task<bool> AreSettledAsync(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var open = await HoldersAsync(cancellation);
        while (open.Count > 0)
        {
            if (clock.GetElapsedTime(started) > Patience)
                return false;
            await Task.Delay(Pause, clock, cancellation);
            open.IntersectWith(await HoldersAsync(cancellation));
        }
        return true;
    }

    private async Task<HashSet<string>> HoldersAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(Holders);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var holders = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            holders.Add(reader.GetString(0));
        return holders;
    }
}
