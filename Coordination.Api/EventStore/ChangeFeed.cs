namespace Coordination.Api.EventStore;

/// <summary>
/// Hands what the views have seen to all who watch a plan at this node. While somebody watches, one question ten times a second asks how
/// far the views have come, and one statement reads what is new, however many watch (docs/decisions/0015).
/// </summary>
internal sealed partial class ChangeFeed(ChangeReader changes, TimeProvider clock, ILogger<ChangeFeed> logger)
    : BackgroundService
{
    /// <summary>Watchers at one node: each holds a connection and at most 1,000 small records.</summary>
    internal const int Most = 1000;

    /// <summary>Watchers of one account: an office with a page open in every browser.</summary>
    internal const int MostOfAccount = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly HashSet<ChangeSubscription> watching = [];

    /// <summary>All that lies up to here has been handed out; none while nobody watches.</summary>
    private long? reached;

    /// <summary>A place among those who watch; none when there is none for this account or for anybody, which is said.</summary>
    internal async Task<(ChangeSubscription? Subscription, bool IsAccountFull)> JoinAsync(
        string plan,
        string? account,
        CancellationToken cancellation
    )
    {
        var seen = await changes.SeenAsync(cancellation);
        lock (gate)
        {
            if (account is not null && watching.Count(other => other.Account == account) >= MostOfAccount)
                return (null, true);
            if (watching.Count >= Most)
                return (null, false);
            reached ??= seen;
            var joined = new ChangeSubscription(plan, account, reached.Value, changes, Leave);
            watching.Add(joined);
            return (joined, false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // What was not handed out will be: nothing has been passed over.
                LogAway(logger, away.Message);
            }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        if (Reached() is not { } after)
            return;
        // Less than before while the views are made anew: then there is nothing to tell until they have come as far again.
        var seen = await changes.SeenAsync(cancellation);
        while (after < seen)
        {
            var page = await changes.AllAsync(after, seen, cancellation);
            var upTo = page.Count == ChangeReader.Page ? page[^1].Change.Position : seen;
            HandOut(page, after, upTo);
            after = upTo;
        }
    }

    private long? Reached()
    {
        lock (gate)
            return reached;
    }

    private void HandOut(List<PlacedChange> page, long after, long upTo)
    {
        lock (gate)
        {
            // All have left meanwhile and others have come, who begin elsewhere.
            if (reached != after)
                return;
            foreach (var ofPlan in watching.GroupBy(one => one.Plan, StringComparer.Ordinal))
            {
                var shown = page.FindAll(placed => placed.IsShownBy(ofPlan.Key));
                foreach (var one in ofPlan)
                foreach (var placed in shown)
                    one.Offer(placed.Change);
            }
            reached = upTo;
        }
    }

    private void Leave(ChangeSubscription one)
    {
        lock (gate)
            if (watching.Remove(one) && watching.Count == 0)
                reached = null;
    }

    [LoggerMessage(LogLevel.Debug, "The changes of plans cannot be followed: {Reason}.")]
    private static partial void LogAway(ILogger logger, string reason);
}
