using System.Diagnostics;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Security;
using Coordination.Domain;
using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>Runs a command: read, decide, append. A lost race is tried again with what the winner has left.</summary>
internal sealed partial class CommandRunner(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    ProjectionWakeup wakeup,
    CommandGate gate,
    ILogger<CommandRunner> logger
)
{
    private const int Tries = 10;

    internal async Task<CommandResult<TState>> RunAsync<TState, TEvent>(
        Func<CommandOn<TState, TEvent>> command,
        CommandContext context,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var turn = await gate.EnterAsync(cancellation);
        if (turn is null)
            return Problem.Busy();
        for (var attempt = 1; ; attempt++)
        {
            var asked = command();
            try
            {
                var result = await TryAsync(asked, context, cancellation);
                CommandMetrics.Record(asked.Body, result.Status, startedAt);
                return result;
            }
            catch (Exception race) when (IsLostRace(race))
            {
                LogLostRace(logger, asked.Stream, attempt);
                if (attempt == Tries)
                    return Problem.LostRace();
            }
        }
    }

    /// <summary>What a command would be answered; nothing is stored.</summary>
    internal async Task<Outcome<TEvent>> PreviewAsync<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var (_, knowledge) = await transaction.ReadAsync(command, answerId: null, cancellation);
        var state = Fold(command, command.Stream, null, knowledge.Of(command.Stream).Select(stored => stored.Data));
        return await command.DecideAsync(state, knowledge, cancellation);
    }

    private async Task<CommandResult<TState>> TryAsync<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        CommandContext context,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var (earlier, knowledge) = await transaction.ReadAsync(command, context.AnswerId, cancellation);
        var history = knowledge.Of(command.Stream).ToList();
        if (history.Count == 0 && !command.MayBegin)
            return Problem.Unknown($"There is no '{command.Stream}'.");
        var state = Fold(command, command.Stream, null, history.Select(stored => stored.Data));
        // A refusal rolls the claim of the key back: rights come first, also before the answer to an earlier request.
        var (by, refusal) = Rights.Judge(context.Caller, command.Operation, command.Governments(state));
        if (refusal is not null)
        {
            LogNotAllowed(logger, refusal.Detail);
            return refusal;
        }
        if (earlier is not null)
            return await RepeatAsync(command, earlier, transaction, cancellation);
        if (context.ExpectedVersion is { } expected && expected != history.Count)
            return Problem.Stale(expected, history.Count);
        var outcome = await command.DecideAsync(state, knowledge, cancellation);
        if (!outcome.IsAccepted)
            return Problem.Refused(outcome.Rejections);
        return await WriteAsync(command, context, by!, transaction, history, state, outcome, cancellation);
    }

    private async Task<Accepted<TState>> WriteAsync<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        CommandContext context,
        RoleGrant by,
        CommandTransaction transaction,
        List<StoredEvent> history,
        TState? state,
        Outcome<TEvent> outcome,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        var after = Fold(command, command.Stream, state, outcome.Events)!;
        var accepted = new Accepted<TState>(
            after,
            history.Count + outcome.Events.Count,
            history.Count == 0 ? 0 : history[^1].Position,
            outcome.Warnings,
            IsCreated: history.Count == 0
        );
        if (outcome.Events.Count == 0 && context.AnswerId is null)
            return accepted;

        await using var session = transaction.OpenSession(store);
        Describe(session, context, command.Reason);
        var appended = Append(session, command, history.Count, outcome.Events, by, context);
        if (appended.Count > 0)
            command.WriteBeside(session, state, after);
        // History that is played in can be played in again: it need not wait for the disk.
        if (context.IsDated)
            session.QueueSqlCommand("set local synchronous_commit = off");
        if (context.AnswerId is { } id)
            EarlierAnswer.Queue(session, id, command.Stream, accepted);
        await CommandTransaction.CommitAsync(session, cancellation);
        wakeup.Wake();
        accepted = appended.Count == 0 ? accepted : accepted with { Position = appended[^1].Sequence };
        LogRecorded(logger, command.Body.GetType().Name, command.Stream, accepted.Version, accepted.Position);
        return accepted;
    }

    private static async Task<CommandResult<TState>> RepeatAsync<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        EarlierAnswer earlier,
        CommandTransaction transaction,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        if (!earlier.IsSameBody)
            return Problem.KeyReused();
        var history = await transaction.ReadStreamAsync(earlier.Stream, earlier.Version, cancellation);
        return new Accepted<TState>(
            Fold(command, earlier.Stream, null, history.Select(stored => stored.Data))!,
            earlier.Version,
            history[^1].Position,
            earlier.Warnings,
            earlier.Status == StatusCodes.Status201Created
        );
    }

    private static TState? Fold<TState, TEvent>(
        CommandOn<TState, TEvent> command,
        string stream,
        TState? state,
        IEnumerable<object> events
    )
        where TState : class
        where TEvent : class =>
        events.Cast<TEvent>().Aggregate(state, (before, next) => command.Evolve(stream, before, next));

    internal static void Describe(IDocumentSession session, CommandContext context, string? reason)
    {
        session.CorrelationId = context.CorrelationId;
        session.LastModifiedBy = context.Caller.Account;
        if (!string.IsNullOrWhiteSpace(reason))
            session.SetHeader(EventHeaders.Reason, reason.Trim());
        if (context.IdempotencyKey is { } key)
            session.SetHeader(EventHeaders.IdempotencyKey, key);
    }

    private static List<IEvent> Append<TState, TEvent>(
        IDocumentSession session,
        CommandOn<TState, TEvent> command,
        int version,
        IReadOnlyList<TEvent> events,
        RoleGrant by,
        CommandContext context
    )
        where TState : class
        where TEvent : class
    {
        if (version > 0)
            return Append(session, command.Stream, version, events, by, context);
        var built = Build(session, events, by, context);
        if (built.Count > 0)
            session.Events.StartStream<TState>(command.Stream, built.ToArray<object>());
        return built;
    }

    /// <summary>Queues events for a stream that exists, at the version that was read.</summary>
    internal static List<IEvent> Append(
        IDocumentSession session,
        string stream,
        int version,
        IReadOnlyList<object> events,
        RoleGrant by,
        CommandContext context
    )
    {
        var built = Build(session, events, by, context);
        if (built.Count > 0)
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

    [LoggerMessage(LogLevel.Debug, "{Command} on {Stream} recorded: version {Version}, position {Position}")]
    private static partial void LogRecorded(ILogger logger, string command, string stream, long version, long position);

    [LoggerMessage(LogLevel.Warning, "A command was not allowed: {Detail}")]
    private static partial void LogNotAllowed(ILogger logger, string detail);

    [LoggerMessage(LogLevel.Information, "A command on {Stream} lost a race, for the {Attempt}. time")]
    private static partial void LogLostRace(ILogger logger, string stream, int attempt);

    internal static bool IsLostRace(Exception exception) =>
        exception
            is ConcurrencyException
                or EventStreamUnexpectedMaxEventIdException
                or JasperFx.Events.ExistingStreamIdCollisionException
                or Marten.Exceptions.ExistingStreamIdCollisionException
        || (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected;
}
