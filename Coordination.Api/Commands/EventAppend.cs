using Coordination.Api.EventStore;
using Coordination.Api.Security;
using JasperFx.Events;
using Marten;

namespace Coordination.Api.Commands;

/// <summary>Queues events in a session, with who, why and when.</summary>
internal static class EventAppend
{
    internal static void Describe(IDocumentSession session, CommandContext context, string? reason)
    {
        session.CorrelationId = context.CorrelationId;
        session.LastModifiedBy = context.Caller.Account;
        if (!string.IsNullOrWhiteSpace(reason))
            session.SetHeader(EventHeaders.Reason, reason.Trim());
        if (context.IdempotencyKey is { } key)
            session.SetHeader(EventHeaders.IdempotencyKey, key);
    }

    /// <summary>Queues the events of a command, which may begin the stream.</summary>
    internal static List<IEvent> Append<TState, TEvent>(
        IDocumentSession session,
        CommandOn<TState, TEvent> command,
        int version,
        IReadOnlyList<TEvent> events,
        RoleGrant by,
        CommandContext context
    )
        where TState : class
        where TEvent : class => Append<TState>(session, command.Stream, version, events, by, context);

    /// <summary>Queues events for a stream at the version that was read; at 0 they begin it.</summary>
    internal static List<IEvent> Append<TState>(
        IDocumentSession session,
        string stream,
        int version,
        IReadOnlyList<object> events,
        RoleGrant by,
        CommandContext context
    )
        where TState : class
    {
        var built = Build(session, events, by, context);
        if (built.Count > 0 && version == 0)
            session.Events.StartStream<TState>(stream, built.ToArray<object>());
        else if (built.Count > 0)
            session.Events.Append(stream, version + built.Count, built.ToArray<object>());
        return built;
    }

    /// <summary>The role is each event's own: a file may be of two governments, by an account that has a role in both.</summary>
    private static List<IEvent> Build(
        IDocumentSession session,
        IEnumerable<object> events,
        RoleGrant by,
        CommandContext context
    )
    {
        var built = events.Select(session.Events.BuildEvent).ToList();
        foreach (var stored in built)
        {
            stored.SetHeader(EventHeaders.Role, CanonicalJson.NameOf(by.Role));
            stored.SetHeader(EventHeaders.Government, by.Government!);
            if (context.IsDated)
                stored.Timestamp = context.Now;
        }
        return built;
    }
}
