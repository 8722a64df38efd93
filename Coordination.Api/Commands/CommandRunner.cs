using System.Diagnostics;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Security;
using Coordination.Domain;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>Runs a command: read, decide, append. A lost race is tried again with what the winner has left.</summary>
internal sealed partial class CommandRunner(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    Outbox outbox,
    ProjectionWakeup wakeup,
    CommandTurns turns,
    ILogger<CommandRunner> logger
)
{
    internal async Task<CommandResult<TState>> RunAsync<TState, TEvent>(
        Func<CommandOn<TState, TEvent>> command,
        CommandContext context,
        CancellationToken cancellation
    )
        where TState : class
        where TEvent : class
    {
        var startedAt = Stopwatch.GetTimestamp();
        // One that begins a stream may name a new key at each try.
        var result = await turns.RunAsync<CommandResult<TState>>(
            () => TryAsync(command(), context, cancellation),
            problem => problem,
            cancellation
        );
        CommandMetrics.Record(command().Body, result.Status, startedAt);
        return result;
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
        )
        {
            Raised = await command.RaisedAsync(after, cancellation),
        };
        if (outcome.Events.Count == 0 && context.AnswerId is null)
            return accepted;

        await using var session = transaction.OpenSession(store);
        EventAppend.Describe(session, context, command.Reason);
        var appended = EventAppend.Append(session, command, history.Count, outcome.Events, by, context);
        if (appended.Count > 0)
        {
            command.WriteBeside(session, state, after);
            await outbox.PostAsync(session, command.Postings(state, after));
        }
        // History that is played in can be played in again: it need not wait for the disk.
        if (context.IsDated)
            session.QueueSqlCommand("set local synchronous_commit = off");
        if (context.AnswerId is { } id)
            EarlierAnswer.Queue(session, id, command.Stream, accepted);
        await transaction.CommitAsync(session, cancellation);
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
        )
        {
            Raised = earlier.Raised,
        };
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

    [LoggerMessage(LogLevel.Debug, "{Command} on {Stream} recorded: version {Version}, position {Position}")]
    private static partial void LogRecorded(ILogger logger, string command, string stream, long version, long position);

    [LoggerMessage(LogLevel.Warning, "A command was not allowed: {Detail}")]
    private static partial void LogNotAllowed(ILogger logger, string detail);
}
