using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>Reads one program, folded from its stream, so that it shows what the last command has left.</summary>
internal sealed class ProgramReader(EventReader events)
{
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
        return ([.. Explain(id, recorded, after, upTo)], recorded.Count);
    }

    private static IEnumerable<HistoryEntry> Explain(string id, List<RecordedEvent> recorded, long after, long upTo)
    {
        SpbeProgram? before = null;
        foreach (var entry in recorded.TakeWhile(entry => entry.Stored.Version <= upTo))
        {
            var now = ProgramFold.Evolve(before, id, (IProgramEvent)entry.Stored.Data);
            if (entry.Stored.Version > after)
                yield return HistoryEntry.Of(
                    entry,
                    FieldChange.Between(before is null ? null : Shown(before), Shown(now))
                );
            before = now;
        }
    }

    private static ProgramView Shown(SpbeProgram program) => ProgramView.Of(program, 0, 0);
}
