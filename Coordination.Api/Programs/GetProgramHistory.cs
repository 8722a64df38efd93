using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>One thing that happened to a program.</summary>
/// <param name="Version">Its place in the program's history, from 1.</param>
/// <param name="Position">Its place among all events.</param>
/// <param name="Event">Stored name of the event.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Account">Who recorded it.</param>
/// <param name="Reason">Why.</param>
/// <param name="CorrelationId">The request that it came with.</param>
/// <param name="Data">The event.</param>
/// <param name="Changes">What it changed in the program as shown.</param>
internal sealed record HistoryEntry(
    long Version,
    long Position,
    string Event,
    DateTimeOffset At,
    string? Account,
    string? Reason,
    string? CorrelationId,
    JsonElement Data,
    IReadOnlyList<FieldChange> Changes
);

/// <summary>All that happened to a program, in order.</summary>
internal sealed record ProgramHistory(IReadOnlyList<HistoryEntry> Items);

/// <summary><c>GET /api/programs/{id}/events</c>.</summary>
internal static class GetProgramHistory
{
    internal static async Task<IResult> GetAsync(string id, EventReader events, CancellationToken cancellation)
    {
        var recorded = ProgramNumber.IsWellFormed(id)
            ? await events.HistoryAsync(StreamKeys.Program(id), cancellation)
            : [];
        if (recorded.Count == 0)
            return Problem.UnknownProgram(id).ToResult();
        var entries = new List<HistoryEntry>(recorded.Count);
        SpbeProgram? before = null;
        foreach (var entry in recorded)
        {
            var after = ProgramFold.Evolve(before, id, (IProgramEvent)entry.Stored.Data);
            entries.Add(Entry(entry, FieldChange.Between(Shown(before), Shown(after))));
            before = after;
        }
        return Results.Json(new ProgramHistory(entries), CanonicalJson.Options);
    }

    private static HistoryEntry Entry(RecordedEvent entry, IReadOnlyList<FieldChange> changes) =>
        new(
            entry.Stored.Version,
            entry.Stored.Position,
            entry.Stored.Type,
            entry.Stored.At,
            entry.Account,
            entry.Reason,
            entry.CorrelationId,
            JsonSerializer.SerializeToElement(entry.Stored.Data, entry.Stored.Data.GetType(), CanonicalJson.Options),
            changes
        );

    private static JsonElement? Shown(SpbeProgram? program) =>
        program is null
            ? null
            : JsonSerializer.SerializeToElement(ProgramView.Of(program, 0, 0), CanonicalJson.Options);
}
