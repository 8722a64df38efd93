using Coordination.Api.EventStore;
using Coordination.Api.Http;
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
    CommandGate gate
)
{
    private const int Tries = 10;

    /// <summary>The position of the last event stored, or none when the decision yields no event.</summary>
    /// <param name="streams">Streams to append to; they are locked until the end, so that nothing comes in between.</param>
    /// <param name="alsoReads">Streams that the decision reads besides.</param>
    /// <param name="decide">The events of each stream, out of what is stored; asked again after a lost race.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    internal async Task<(long? Position, Problem? Problem)> AppendAsync(
        IReadOnlyCollection<string> streams,
        IReadOnlyCollection<string> alsoReads,
        Func<ILookup<string, StoredEvent>, IReadOnlyDictionary<string, IReadOnlyList<object>>> decide,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        using var turn = await gate.EnterAsync(cancellation);
        if (turn is null)
            return (null, Problem.Busy());
        for (var attempt = 1; ; attempt++)
            try
            {
                return (await TryAsync(streams, alsoReads, decide, context, cancellation), null);
            }
            catch (Exception race) when (CommandRunner.IsLostRace(race))
            {
                if (attempt == Tries)
                    return (null, Problem.LostRace());
            }
    }

    private async Task<long?> TryAsync(
        IReadOnlyCollection<string> streams,
        IReadOnlyCollection<string> alsoReads,
        Func<ILookup<string, StoredEvent>, IReadOnlyDictionary<string, IReadOnlyList<object>>> decide,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var stored = await transaction.ReadManyAsync(streams, alsoReads, cancellation);
        var appended = decide(stored).Where(stream => stream.Value.Count > 0).ToList();
        if (appended.Count == 0)
            return null;
        await using var session = transaction.OpenSession(store);
        CommandRunner.Describe(session, context, reason: null);
        var built = appended
            .SelectMany(stream =>
                CommandRunner.Append(session, stream.Key, stored[stream.Key].Count(), stream.Value, context)
            )
            .ToList();
        await session.SaveChangesAsync(cancellation);
        wakeup.Wake();
        return built.Max(stored => stored.Sequence);
    }
}
