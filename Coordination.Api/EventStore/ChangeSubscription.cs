using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Coordination.Api.EventStore;

/// <summary>
/// One who watches a plan, from where it joined the feed on. What lies before, back to where its reader has been, it reads for itself.
/// </summary>
internal sealed class ChangeSubscription(
    string plan,
    string? account,
    long joined,
    ChangeReader changes,
    Action<ChangeSubscription> leave
) : IDisposable
{
    /// <summary>Changes that a reader may be behind. One that is slower is let go, and resumes when it comes again.</summary>
    internal const int MostWaiting = 1000;

    private readonly Channel<Change> waiting = Channel.CreateBounded<Change>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true }
    );

    internal string Plan => plan;

    internal string? Account => account;

    /// <summary>Up to here nothing is handed to it.</summary>
    internal long Joined => joined;

    /// <summary>Takes the next change. After one that finds no room there is no further: a gap must not be passed over.</summary>
    internal void Offer(Change change)
    {
        if (!waiting.Writer.TryWrite(change))
            waiting.Writer.TryComplete();
    }

    /// <summary>Every change after a position once and in order, until it is let go.</summary>
    internal async IAsyncEnumerable<Change> AfterAsync(
        long position,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (position < joined)
        {
            var page = await changes.OfPlanAsync(plan, position, joined, cancellation);
            foreach (var change in page)
                yield return change;
            position = page.Count == ChangeReader.Page ? page[^1].Position : joined;
        }
        await foreach (var change in waiting.Reader.ReadAllAsync(cancellation))
            if (change.Position > position)
                yield return change;
    }

    public void Dispose()
    {
        leave(this);
        waiting.Writer.TryComplete();
    }
}
