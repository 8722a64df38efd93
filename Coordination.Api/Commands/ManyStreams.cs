using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Security;
using Marten;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>
/// Appends to many streams in one transaction: all events are stored or none, whatever dies in between. For events beside which
/// nothing else is written.
/// </summary>
internal sealed class ManyStreams(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    ProjectionWakeup wakeup,
    CommandTurns turns
)
{
    /// <summary>The position of the last event stored, or none when the decision yields no event.</summary>
    /// <param name="streams">Streams to append to; they are locked until the end, so that nothing comes in between.</param>
    /// <param name="alsoReads">Streams that the decision reads besides.</param>
    /// <param name="right">The operation that it is on each stream, and the governments whose business that stream is.</param>
    /// <param name="decide">The events of each stream, out of what is stored; asked again after a lost race.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    internal Task<(long? Position, Problem? Problem)> AppendAsync(
        IReadOnlyCollection<string> streams,
        IReadOnlyCollection<string> alsoReads,
        (string Operation, Func<string, IEnumerable<StoredEvent>, IReadOnlyList<string>> Governments) right,
        Func<ILookup<string, StoredEvent>, IReadOnlyDictionary<string, IReadOnlyList<object>>> decide,
        CommandContext context,
        CancellationToken cancellation
    ) =>
        turns.RunAsync<(long? Position, Problem? Problem)>(
            () => TryAsync(streams, alsoReads, right, decide, context, cancellation),
            problem => (null, problem),
            cancellation
        );

    private async Task<(long? Position, Problem? Problem)> TryAsync(
        IReadOnlyCollection<string> streams,
        IReadOnlyCollection<string> alsoReads,
        (string Operation, Func<string, IEnumerable<StoredEvent>, IReadOnlyList<string>> Governments) right,
        Func<ILookup<string, StoredEvent>, IReadOnlyDictionary<string, IReadOnlyList<object>>> decide,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var stored = await transaction.ReadManyAsync(streams, alsoReads, cancellation);
        var by = new Dictionary<string, RoleGrant>(StringComparer.Ordinal);
        foreach (var stream in streams.Where(stored.Contains))
        {
            var (grant, refusal) = Rights.Judge(
                context.Caller,
                right.Operation,
                right.Governments(stream, stored[stream])
            );
            if (grant is null)
                return (null, refusal);
            by[stream] = grant;
        }
        var appended = decide(stored).Where(stream => stream.Value.Count > 0).ToList();
        if (appended.Count == 0)
            return (null, null);
        await using var session = transaction.OpenSession(store);
        EventAppend.Describe(session, context, reason: null);
        var built = appended
            .SelectMany(stream =>
                EventAppend.Append(
                    session,
                    stream.Key,
                    stored[stream.Key].Count(),
                    stream.Value,
                    by[stream.Key],
                    context
                )
            )
            .ToList();
        await transaction.CommitAsync(session, cancellation);
        wakeup.Wake();
        return (built.Max(stored => stored.Sequence), null);
    }
}
