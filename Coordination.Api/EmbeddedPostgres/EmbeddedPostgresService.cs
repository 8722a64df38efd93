namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// Stops the application when its PostgreSQL has died. It is never started again silently: whatever killed it is
/// still there, and somebody has to look.
/// </summary>
internal sealed class EmbeddedPostgresService(
    PrivatePostgres postgres,
    IHostApplicationLifetime lifetime,
    ILogger<EmbeddedPostgresService> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await postgres.Exited.WaitAsync(stoppingToken);
        logger.Died();
        lifetime.StopApplication();
    }
}
