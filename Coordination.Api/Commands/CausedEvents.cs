using Coordination.Api.EventStore;
using Marten;

namespace Coordination.Api.Commands;

/// <summary>Events that an earlier event causes: whoever recorded that one has caused them, for the same reason.</summary>
internal static class CausedEvents
{
    /// <summary>Says so of every event that the session will store.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cause">The event that causes them, as it was recorded.</param>
    /// <param name="decision">What the decision is called that acts.</param>
    internal static void Describe(IDocumentSession session, RecordedEvent cause, string decision)
    {
        session.CorrelationId = cause.CorrelationId;
        session.LastModifiedBy = cause.Account;
        session.SetHeader(EventHeaders.Decision, decision);
        if (cause.Role is { } role)
            session.SetHeader(EventHeaders.Role, role);
        if (cause.Government is { } government)
            session.SetHeader(EventHeaders.Government, government);
        if (cause.Reason is { } reason)
            session.SetHeader(EventHeaders.Reason, reason);
    }

    /// <summary>Queues events at the end of a stream that was read, or as its beginning, and gives their versions.</summary>
    internal static (long First, long Last) Append<TState>(
        IDocumentSession session,
        string stream,
        int version,
        IReadOnlyCollection<object> events
    )
        where TState : class
    {
        if (version == 0)
            session.Events.StartStream<TState>(stream, events.ToArray());
        else
            session.Events.Append(stream, version + events.Count, events.ToArray());
        return (version + 1, version + events.Count);
    }
}
