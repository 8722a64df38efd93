using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>Reads one program, folded from its stream, so that it shows what the last command has left.</summary>
internal sealed class ProgramReader(EventReader events)
{
    internal static StreamHistory History { get; } =
        StreamHistory.Of<IProgramEvent, SpbeProgram, ProgramView>(
            ProgramFold.Evolve,
            program => ProgramView.Of(program, 0, 0),
            program => program.Details.Title
        );

    /// <summary>The program at a position, with its version then; none when there was none.</summary>
    internal async Task<StoredProgram?> FindAsync(string id, long upTo, CancellationToken cancellation)
    {
        if (!ProgramNumber.IsWellFormed(id))
            return null;
        var history = await events.StreamAsync(StreamKeys.Program(id), upTo, cancellation);
        return history.ToProgram(id) is { } program ? new(id, history[^1].Position, history.Count, program) : null;
    }

    /// <summary>What happened to a program, and what that changed in it as shown: after one version, up to another; and how much there is.</summary>
    internal async Task<(IReadOnlyList<HistoryEntry> Entries, int Count)> HistoryAsync(
        string id,
        long after,
        long upTo,
        CancellationToken cancellation
    )
    {
        var recorded = ProgramNumber.IsWellFormed(id)
            ? await events.HistoryAsync(StreamKeys.Program(id), cancellation)
            : [];
        // All events up to the last wanted one are folded: what one changed depends on those before it.
        var folded = recorded.TakeWhile(entry => entry.Stored.Version <= upTo).ToList();
        var entries = folded
            .Where(entry => entry.Stored.Version > after)
            .Zip(History.Explain(folded.Select(entry => entry.Stored), version => version > after), HistoryEntry.Of);
        return ([.. entries], recorded.Count);
    }
}
