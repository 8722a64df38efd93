using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>
/// Ends sessions whose process stopped in the middle of a batch: they keep what they have locked, and PostgreSQL, which waits for the rest,
/// does not count them as idle. Every node looks after all of them, since the one that stopped cannot (docs/decisions/0021).
/// </summary>
internal sealed partial class StalledSessions(
    NpgsqlDataSource dataSource,
    TimeProvider clock,
    ILogger<StalledSessions> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Sessions of this service that have written or locked, and whose server has waited for their client since their last message. A copy is
    /// one message for as long as it takes, and none of this service's.
    /// </summary>
    private static readonly string Stalled = $"""
        from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
            and state = 'active' and wait_event_type = 'Client' and backend_xid is not null
            and query_start < clock_timestamp() - interval '{StoreSetup.LongestIdle.TotalSeconds} s'
            and query !~* '^\s*copy\M'
        """;

    /// <summary>Those of the last look: a batch that has just been slow is between two messages once, not twice.</summary>
    private IReadOnlyCollection<(int Pid, DateTime Since)> suspected = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        clock.EachAsync(Pause, LookAsync, reason => LogAway(logger, reason), stoppingToken);

    private async Task LookAsync(CancellationToken cancellation)
    {
        var stalled = await ReadAsync(cancellation);
        foreach (var (pid, since) in stalled.Intersect(suspected))
            if (await EndAsync(pid, since, cancellation))
                LogEnded(logger, pid, since);
        suspected = stalled;
    }

    private async Task<List<(int Pid, DateTime Since)>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand($"select pid, query_start {Stalled}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stalled = new List<(int, DateTime)>();
        while (await reader.ReadAsync(cancellation))
            stalled.Add((reader.GetInt32(0), reader.GetDateTime(1)));
        return stalled;
    }

    /// <summary>It is ended where it stands only: it may have gone on meanwhile.</summary>
    private async Task<bool> EndAsync(int pid, DateTime since, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select pg_terminate_backend(pid) {Stalled} and pid = $1 and query_start = $2"
        );
        command.Parameters.Add(new() { Value = pid });
        command.Parameters.Add(new() { Value = since });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Session {Pid} stood still in the middle of a batch since {Since:O} and was ended, so that nobody waits for what it had locked"
    )]
    private static partial void LogEnded(ILogger logger, int pid, DateTime since);

    [LoggerMessage(LogLevel.Debug, "Stalled sessions cannot be looked for: {Reason}.")]
    private static partial void LogAway(ILogger logger, string reason);
}
