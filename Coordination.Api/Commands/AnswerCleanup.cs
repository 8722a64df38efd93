using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>Forgets answered requests after 7 days, an hour at the latest after their time.</summary>
internal sealed partial class AnswerCleanup(
    NpgsqlDataSource dataSource,
    TimeProvider clock,
    ILogger<AnswerCleanup> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var command = dataSource.CreateCommand(
                    $"delete from {StoreTables.AnsweredRequests} where at < now() - interval '{EarlierAnswer.KeptFor}'"
                );
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException away)
            {
                LogPostponed(logger, away);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Old idempotency keys were not cleaned up; the next hour tries again")]
    private static partial void LogPostponed(ILogger logger, Exception exception);
}
