using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.EventStore;

public sealed class ProjectionWakeupTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WellBeforePoll = TimeSpan.FromSeconds(10);

    private readonly ShardStateTracker tracker = new(NullLogger.Instance);
    private readonly ProjectionWakeup wakeup;

    public ProjectionWakeupTests() => wakeup = new(() => tracker);

    public void Dispose()
    {
        wakeup.Dispose();
        ((IDisposable)tracker).Dispose();
    }

    [Fact]
    public async Task A_commit_wakes_the_projections_long_before_they_poll()
    {
        var waiting = wakeup.WaitAsync(Poll, TestContext.Current.CancellationToken);
        wakeup.Wake();
        await waiting.WaitAsync(WellBeforePoll, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task While_a_page_is_made_nobody_looks_for_the_next_one()
    {
        await MakeAsync(5);
        await tracker.MarkHighWaterAsync(10);
        wakeup.Wake();
        var waiting = wakeup.WaitAsync(Poll, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await MakeAsync(10);
        await waiting.WaitAsync(WellBeforePoll, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_page_that_does_not_end_holds_up_the_look_for_events_for_a_moment_only()
    {
        await MakeAsync(5);
        await tracker.MarkHighWaterAsync(10);
        wakeup.Wake();
        await wakeup
            .WaitAsync(Poll, TestContext.Current.CancellationToken)
            .WaitAsync(WellBeforePoll, TestContext.Current.CancellationToken);
    }

    private ValueTask MakeAsync(long position) => tracker.PublishAsync(new ShardState(BoardProjection.Shard, position));
}
