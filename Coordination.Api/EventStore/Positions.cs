using Coordination.Api.Projections;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>Where the store and its views stand, and which position a moment is.</summary>
internal sealed class Positions(NpgsqlDataSource dataSource, TimeProvider clock)
{
    /// <summary>The position below which the daemon has found every gap to be final.</summary>
    internal const string SettledSql =
        $"select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = 'HighWaterMark'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for the views to have seen a position; answers whether they have within two seconds.</summary>
    internal Task<bool> HasSeenAsync(long position, CancellationToken cancellation) =>
        ReachesAsync(BoardProjection.SeenSql, position, cancellation);

    /// <summary>
    /// Waits until no event up to a position can still be committed. Positions are given out before the commit, so that one may
    /// appear below another; a fold before that would not be the fold of tomorrow.
    /// </summary>
    internal Task<bool> IsSettledAsync(long position, CancellationToken cancellation) =>
        ReachesAsync(SettledSql, position, cancellation);

    private async Task<bool> ReachesAsync(string sql, long position, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            await using (var command = dataSource.CreateCommand($"select coalesce(({sql}), 0)"))
                if ((long)(await command.ExecuteScalarAsync(cancellation))! >= position)
                    return true;
            if (clock.GetElapsedTime(started) > Patience)
                return false;
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <summary>The position up to which the views have seen every event, in the snapshot of a connection.</summary>
    internal static async Task<long> SeenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select coalesce(({BoardProjection.SeenSql}), 0)", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The position of the last event stored.</summary>
    internal static async Task<long> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select coalesce(max(seq_id), 0) from {StoreSetup.Schema}.mt_events",
            connection
        );
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The position of a moment, once it is final: no transaction that may still record an event of before the moment is open, and no gap
    /// below the position can still be filled. Until then the same question could get two answers; after two seconds of that, none.
    /// </summary>
    internal async Task<long?> AtAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        // The end of today is still to come: what has begun by now is all that can be waited for.
        var now = clock.GetUtcNow();
        moment = moment > now ? now : moment;
        while (clock.GetElapsedTime(started) < Patience)
        {
            var isQuiet = await IsQuietAsync(moment, cancellation);
            var found = await LastBeforeAsync(moment, cancellation);
            if (
                isQuiet
                && await IsSettledAsync(found, cancellation)
                && found == await LastBeforeAsync(moment, cancellation)
            )
                return found;
            await Task.Delay(Pause, clock, cancellation);
        }
        return null;
    }

    /// <summary>
    /// Whether every transaction that began before a moment has ended. One that writes has a transaction id from its first write on; before
    /// that it is young, unlike a backup, which is not waited for.
    /// </summary>
    private async Task<bool> IsQuietAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            """
            select not exists (
                select from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and xact_start <= $1
                    and (backend_xid is not null or xact_start > now() - interval '10 seconds'))
            """
        );
        command.Parameters.Add(new() { Value = moment });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The highest position such that every event up to it was recorded at or before the moment. Positions and times of recording run the
    /// same way but for what is under way at the same time, so the first later event is sought among the hour after the moment.
    /// </summary>
    private async Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            with later as (
                select timestamp as first from {StoreSetup.Schema}.mt_events
                where timestamp > $1 order by timestamp limit 1)
            select coalesce(
                (select min(seq_id) - 1 from {StoreSetup.Schema}.mt_events, later
                 where timestamp > $1 and timestamp <= later.first + interval '1 hour'),
                (select max(seq_id) from {StoreSetup.Schema}.mt_events),
                0)
            """
        );
        command.Parameters.Add(new() { Value = moment });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>When the last event up to a position was recorded; none when the position does not exist yet.</summary>
    internal async Task<DateTimeOffset?> RecordedAtAsync(long position, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select timestamp from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and exists (select from {StoreSetup.Schema}.mt_events where seq_id >= $1)
            order by seq_id desc limit 1
            """
        );
        command.Parameters.Add(new() { Value = position });
        return await command.ExecuteScalarAsync(cancellation) is DateTime recorded
            ? new DateTimeOffset(recorded, TimeSpan.Zero)
            : null;
    }
}
