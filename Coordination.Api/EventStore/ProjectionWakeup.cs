using Coordination.Api.Projections;
using JasperFx.Events.Daemon;
using JasperFx.Events.Daemon.HighWater;

namespace Coordination.Api.EventStore;

/// <summary>
/// Wakes the projections as soon as this process has committed, instead of at the next poll, and lets them work on one page at a time.
/// Other nodes' commits are found by polling.
/// </summary>
/// <param name="tracker">How far the projections of this process have come, once there is a store.</param>
internal sealed class ProjectionWakeup(Func<ShardStateTracker> tracker) : IDaemonWakeup
{
    /// <summary>What commits within so short a time shares a page, which costs some milliseconds however few events it has.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(15);

    /// <summary>A page that takes longer is not waited for: the daemon watches it by itself.</summary>
    private static readonly TimeSpan LongestPage = TimeSpan.FromMilliseconds(250);

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
        await PageAsync(token);
        var sinceLast = TimeProvider.System.GetElapsedTime(lastWake);
        if (sinceLast < LeastPause)
            await Task.Delay(LeastPause - sinceLast, token);
        lastWake = TimeProvider.System.GetTimestamp();
    }

    public void Dispose() => signal.Dispose();

    /// <summary>
    /// Waits until the views have seen what was found last. Each look that finds events makes a page of them; pages that are found faster than
    /// they are made queue up, small as they are, and the views stay as far behind as they once were. So what is committed meanwhile waits for
    /// the next page, and the busier it is, the larger that is.
    /// </summary>
    private async Task PageAsync(CancellationToken token)
    {
        var known = tracker();
        // Another node may make the views.
        if (known.CurrentState(BoardProjection.Shard) is null)
            return;
        try
        {
            await known.WaitForShardState(BoardProjection.Shard, known.HighWaterMark, LongestPage).WaitAsync(token);
        }
        catch (TimeoutException)
        {
            // It is slow, or has failed; events are looked for all the same.
        }
    }
}
