using JasperFx.Events.Daemon.HighWater;

namespace Coordination.Api.EventStore;

/// <summary>
/// Wakes the projections as soon as this process has committed, instead of at the next poll: p50 of commit to view falls from
/// about a second to some 10 ms. Other nodes' commits are found by polling.
/// </summary>
internal sealed class ProjectionWakeup : IDaemonWakeup
{
    /// <summary>
    /// Each wake makes a page of events, and a page costs some 10 ms however few events it has: one for each commit would fall
    /// behind at a hundred commits a second.
    /// </summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(15);

    private readonly SemaphoreSlim signal = new(0, 1);
    private long lastWake;

    internal void Wake()
    {
        try
        {
            if (signal.CurrentCount == 0)
                signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit was first; one signal wakes for both.
        }
    }

    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        await signal.WaitAsync(timeout, token);
        var sinceLast = TimeProvider.System.GetElapsedTime(lastWake);
        if (sinceLast < LeastPause)
            await Task.Delay(LeastPause - sinceLast, token);
        lastWake = TimeProvider.System.GetTimestamp();
    }

    public void Dispose() => signal.Dispose();
}
