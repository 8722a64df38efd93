namespace Coordination.Api.EventStore;

/// <summary>Upkeep that is done again and again while the service runs.</summary>
internal static class Rounds
{
    /// <summary>A round after each pause until the service stops; one that fails is told of, and the next tries again.</summary>
    internal static async Task EachAsync(
        this TimeProvider clock,
        TimeSpan pause,
        Func<CancellationToken, Task> round,
        Action<string> failed,
        CancellationToken stopping
    )
    {
        using var timer = new PeriodicTimer(pause, clock);
        while (await timer.WaitForNextTickAsync(stopping))
            try
            {
                await round(stopping);
            }
            catch (Exception away) when (!stopping.IsCancellationRequested)
            {
                failed(away.Message);
            }
    }
}
