using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>
/// Has PostgreSQL count tables that have doubled. It does so by itself once a minute at best, and until then plans as if a table were as it was
/// or empty: the daemon's look for new events then reads every event there is, for each page.
/// </summary>
internal sealed partial class YoungTables(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<YoungTables> logger)
    : BackgroundService
{
    /// <summary>Fewer rows than this are read in no time, whatever the plan.</summary>
    private const int Few = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly string DoubledSql = $"""
        select format('%I.%I', grown.schemaname, grown.relname)
        from pg_stat_user_tables grown join pg_class counted on counted.oid = grown.relid
        where grown.schemaname = '{StoreSetup.Schema}' and grown.n_mod_since_analyze > greatest(counted.reltuples, {Few})
        """;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        clock.EachAsync(Pause, CountAsync, reason => LogAway(logger, reason), stoppingToken);

    private async Task CountAsync(CancellationToken cancellation)
    {
        foreach (var table in await DoubledAsync(cancellation))
        {
            // Another node, or PostgreSQL itself, may be at it.
            await using var count = dataSource.CreateCommand($"analyze (skip_locked) {table}");
            await count.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task<List<string>> DoubledAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(DoubledSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancellation))
            tables.Add(reader.GetString(0));
        return tables;
    }

    [LoggerMessage(LogLevel.Debug, "Tables cannot be counted: {Reason}.")]
    private static partial void LogAway(ILogger logger, string reason);
}
