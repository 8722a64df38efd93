using System.Diagnostics.Metrics;
using Coordination.Api.Observability;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>
/// Watches for messages of the durable queue that nobody could handle: what they were to bring about has not happened, and will not until
/// somebody has looked.
/// </summary>
internal sealed partial class DeadMessages(
    NpgsqlDataSource dataSource,
    TimeProvider clock,
    ILogger<DeadMessages> logger
) : BackgroundService
{
    private const string Table = $"{StoreSetup.MessageSchema}.wolverine_dead_letters";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long count;

    /// <summary>What lies there and why, in a sentence; none where nothing does.</summary>
    internal async Task<string?> FindAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select count(*) over (), message_type, exception_message from {Table} order by sent_at desc nulls last limit 1
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            Volatile.Write(ref count, 0);
            return null;
        }
        Volatile.Write(ref count, reader.GetInt64(0));
        var why = await reader.IsDBNullAsync(2, cancellation) ? "for an unknown reason" : reader.GetString(2);
        return $"{count} messages have been given up and lie among the dead letters, the last of them '{reader.GetString(1)}': {why}";
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(Telemetry.Meter);
        meter.CreateObservableGauge(
            "coordination.messages.dead",
            () => Volatile.Read(ref count),
            "{messages}",
            "Messages that nobody could handle and that wait for somebody to look."
        );
        using var timer = new PeriodicTimer(Pause, clock);
        var alarmed = 0L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                var found = await FindAsync(stoppingToken);
                if (count > alarmed)
                    LogAlarm(logger, found!);
                alarmed = count;
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(logger, away.Message);
            }
    }

    [LoggerMessage(LogLevel.Critical, "What a message was to bring about has not happened: {Reason}")]
    private static partial void LogAlarm(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Debug, "Dead messages cannot be looked for: {Reason}.")]
    private static partial void LogAway(ILogger logger, string reason);
}
