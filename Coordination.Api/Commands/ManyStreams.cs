using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Security;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>What is to be decided on many streams of one kind, and by what right.</summary>
/// <param name="Operation">The operation that it is on each stream.</param>
/// <param name="Streams">The streams to append to, among those that exist, asked for in the transaction.</param>
/// <param name="AlsoReads">Streams that the decision reads besides.</param>
/// <param name="Governments">The governments whose business a stream is, out of its events.</param>
/// <param name="Decide">The events of each stream, out of what is stored; asked again after a lost race.</param>
internal sealed record ManyDecisions(
    string Operation,
    Func<CommandTransaction, Task<IReadOnlyCollection<string>>> Streams,
    IReadOnlyCollection<string> AlsoReads,
    Func<string, IEnumerable<object>, IReadOnlyList<string>> Governments,
    Func<ILookup<string, StoredEvent>, IReadOnlyDictionary<string, IReadOnlyList<object>>> Decide
)
{
    /// <summary>Queues what is written beside the events of streams that are new.</summary>
    internal Action<IDocumentSession, string, IReadOnlyList<object>>? WriteBesideNew { get; init; }
}

/// <summary>Appends to many streams in one transaction: all events are stored or none, whatever dies in between.</summary>
internal sealed class ManyStreams(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    ProjectionWakeup wakeup,
    CommandTurns turns
)
{
    /// <summary>Why a caller may not carry out an operation on a government's streams, or none.</summary>
    internal static Problem? Refusal(CommandContext context, string operation, string government) =>
        Rights.Judge(context.Caller, operation, [government]).Problem;

    /// <summary>The position of the last event stored, or none when the decision yields no event.</summary>
    /// <typeparam name="TState">What the streams are streams of.</typeparam>
    internal Task<(long? Position, Problem? Problem)> AppendAsync<TState>(
        ManyDecisions decisions,
        CommandContext context,
        CancellationToken cancellation
    )
        where TState : class =>
        turns.RunAsync<(long? Position, Problem? Problem)>(
            () => TryAsync<TState>(decisions, context, cancellation),
            problem => (null, problem),
            cancellation
        );

    private async Task<(long? Position, Problem? Problem)> TryAsync<TState>(
        ManyDecisions decisions,
        CommandContext context,
        CancellationToken cancellation
    )
        where TState : class
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var streams = await decisions.Streams(transaction);
        var stored = await transaction.ReadManyAsync(streams, decisions.AlsoReads, cancellation);
        var by = new Dictionary<string, RoleGrant>(StringComparer.Ordinal);
        foreach (var stream in streams.Where(stored.Contains))
            if (Judge(stream, stored[stream].Select(one => one.Data)) is { } refusal)
                return (null, refusal);
        var appended = decisions.Decide(stored).Where(stream => stream.Value.Count > 0).ToList();
        if (appended.Count == 0)
            return (null, null);
        foreach (var (stream, events) in appended.Where(stream => !by.ContainsKey(stream.Key)))
            if (Judge(stream, events) is { } refusal)
                return (null, refusal);
        await using var session = transaction.OpenSession(store);
        EventAppend.Describe(session, context, reason: null);
        var last = new List<IEvent>();
        foreach (var (stream, events) in appended)
        {
            var version = stored[stream].Count();
            last.Add(EventAppend.Append<TState>(session, stream, version, events, by[stream], context)[^1]);
            if (version == 0)
                decisions.WriteBesideNew?.Invoke(session, stream, events);
        }
        await transaction.CommitAsync(session, cancellation);
        wakeup.Wake();
        return (last.Max(stored => stored.Sequence), null);

        Problem? Judge(string stream, IEnumerable<object> events)
        {
            var (grant, refusal) = Rights.Judge(
                context.Caller,
                decisions.Operation,
                decisions.Governments(stream, events)
            );
            if (grant is not null)
                by[stream] = grant;
            return refusal;
        }
    }
}
