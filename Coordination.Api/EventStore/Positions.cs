using System.Globalization;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>The point that a view is asked for: which events count, and for which day they are evaluated.</summary>
/// <param name="Position">Events up to here count.</param>
/// <param name="Day">Evaluation day in Jakarta.</param>
/// <param name="IsLive">Whether nothing was asked: the present.</param>
internal sealed record ViewPoint(long Position, DateOnly Day, bool IsLive);

/// <summary>Turns days and moments into positions, and waits for views to reach one.</summary>
internal sealed class Positions(NpgsqlDataSource dataSource, TimeProvider clock)
{
    /// <summary>The position below which the daemon has found every gap to be final.</summary>
    private const string SettledSql =
        $"select last_seq_id from {StoreSetup.Schema}.mt_event_progression where name = 'HighWaterMark'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// A day means its end in Jakarta. A moment means the highest position such that every event up to it was recorded at or
    /// before that moment. Given both, the position selects the events and <paramref name="asOf"/> the evaluation day.
    /// </summary>
    internal async Task<(ViewPoint? Point, Problem? Problem)> ResolveAsync(
        string? asOf,
        string? position,
        CancellationToken cancellation
    )
    {
        var today = JakartaTime.DayOf(clock.GetUtcNow());
        if (asOf is null && position is null)
            return (new(long.MaxValue, today, IsLive: true), null);
        if (!TryParse(asOf, out var day, out var moment))
            return (
                null,
                Problem.Malformed("asOf", $"'{asOf}' is neither a day (2024-06-30) nor a moment in UTC (…Z).")
            );
        if (day > today || moment > JakartaTime.EndOf(today))
            return (null, Future(asOf!, today));
        if (position is null)
            return await AtAsync(moment!.Value, cancellation) is { } found
                ? (new(found, day!.Value, IsLive: false), null)
                : (null, Problem.NotYet($"the end of what was recorded until {asOf}"));
        if (!long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var selected) || selected < 1)
            return (null, Problem.Malformed("position", $"'{position}' is not a position: a whole number from 1."));
        if (await RecordedAtAsync(selected, cancellation) is not { } recorded)
            return (null, Problem.Unknown($"Position {selected} does not exist yet."));
        return await IsSettledAsync(selected, cancellation)
            ? (new(selected, day ?? JakartaTime.DayOf(recorded), IsLive: false), null)
            : (null, Problem.NotYet($"position {selected}"));
    }

    /// <summary>Waits for <c>atLeast</c>, the position that a reader wants a view to have seen; none asks for nothing.</summary>
    internal async Task<Problem?> AwaitAsync(string? atLeast, CancellationToken cancellation)
    {
        if (atLeast is null)
            return null;
        if (!long.TryParse(atLeast, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return Problem.Malformed("atLeast", $"'{atLeast}' is not a position.");
        return await HasSeenAsync(position, cancellation) ? null : Problem.NotYet($"position {position}");
    }

    /// <summary>Waits for the views to have seen a position.</summary>
    private Task<bool> HasSeenAsync(long position, CancellationToken cancellation) =>
        ReachesAsync(BoardProjection.SeenSql, position, cancellation);

    /// <summary>
    /// Waits until no event up to a position can still be committed. Positions are given out before the commit, so that one may
    /// appear below another; a fold before that would not be the fold of tomorrow.
    /// </summary>
    private Task<bool> IsSettledAsync(long position, CancellationToken cancellation) =>
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
    private async Task<long?> AtAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
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

    private async Task<DateTimeOffset?> RecordedAtAsync(long position, CancellationToken cancellation)
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

    private static bool TryParse(string? asOf, out DateOnly? day, out DateTimeOffset? moment)
    {
        (day, moment) = (null, null);
        if (asOf is null)
            return true;
        if (
            DateOnly.TryParseExact(
                asOf,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var parsed
            )
        )
        {
            (day, moment) = (parsed, parsed.Year is > 1 and < 9999 ? JakartaTime.EndOf(parsed) : default);
            return true;
        }
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(asOf, Moments, CultureInfo.InvariantCulture, utc, out var instant))
            return false;
        moment = instant;
        day = instant.Year < 9999 ? JakartaTime.DayOf(instant) : DateOnly.MaxValue;
        return true;
    }

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private static Problem Future(string asOf, DateOnly today) =>
        Problem.Refused([
            new(
                RejectionKind.Rule,
                "day-in-future",
                "asOf",
                $"{asOf} lies in the future; today is {today:yyyy-MM-dd} in Jakarta."
            ),
        ]);
}
