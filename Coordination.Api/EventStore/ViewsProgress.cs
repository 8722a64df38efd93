namespace Coordination.Api.EventStore;

/// <summary>Whether the views have ever caught up, and for how long they have stood still although there are events to see.</summary>
internal sealed class ViewsProgress(TimeProvider clock)
{
    private readonly Lock noting = new();
    private long lastSeen;
    private long? standsSince;

    /// <summary>What was stored when it was looked at once, and the views have not seen since.</summary>
    private (long Last, long At)? awaited;

    internal bool HaveCaughtUp { get; private set; }

    /// <summary>How many positions the views were behind when last looked at.</summary>
    internal long Lag { get; private set; }

    internal bool IsBehind => StandsFor > TimeSpan.Zero;

    /// <summary>Zero while they move, or have seen all.</summary>
    internal TimeSpan StandsFor
    {
        get
        {
            lock (noting)
                return standsSince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    /// <summary>For how long, at least, something has been stored that the views do not show: how old their figures are.</summary>
    internal TimeSpan Age
    {
        get
        {
            lock (noting)
                return awaited is { } mark ? clock.GetElapsedTime(mark.At) : TimeSpan.Zero;
        }
    }

    internal void Note(long seen, long last)
    {
        lock (noting)
        {
            HaveCaughtUp |= seen >= last;
            Lag = Math.Max(0, last - seen);
            if (seen >= last)
                standsSince = null;
            else if (seen != lastSeen || standsSince is null)
                standsSince = clock.GetTimestamp();
            lastSeen = seen;
            if (awaited is not { } mark || seen >= mark.Last)
                awaited = seen >= last ? null : (last, clock.GetTimestamp());
        }
    }

    /// <summary>Nothing is known of the time in which the database was away.</summary>
    internal void Forget()
    {
        lock (noting)
            (standsSince, awaited) = (null, null);
    }
}
