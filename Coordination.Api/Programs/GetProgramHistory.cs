using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;

namespace Coordination.Api.Programs;

/// <summary>One thing that happened to a program.</summary>
/// <param name="Version">Its place in the program's history, from 1.</param>
/// <param name="Position">Its place among all events.</param>
/// <param name="Event">Stored name of the event.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Account">Who recorded it.</param>
/// <param name="Role">The role by which the account was allowed to.</param>
/// <param name="Government">The government of that role.</param>
/// <param name="Reason">Why.</param>
/// <param name="CorrelationId">The request that it came with.</param>
/// <param name="Data">The event.</param>
/// <param name="Changes">What it changed in the program as shown.</param>
public sealed record HistoryEntry(
    long Version,
    long Position,
    string Event,
    DateTimeOffset At,
    string? Account,
    string? Role,
    string? Government,
    string? Reason,
    string? CorrelationId,
    JsonElement Data,
    IReadOnlyList<FieldChange> Changes
)
{
    internal static HistoryEntry Of(RecordedEvent entry, ExplainedEvent explained) =>
        new(
            entry.Stored.Version,
            entry.Stored.Position,
            entry.Stored.Type,
            entry.Stored.At,
            entry.Account,
            entry.Role,
            entry.Government,
            entry.Reason,
            entry.CorrelationId,
            entry.ToJson(),
            explained.Changes
        );
}

/// <summary><c>GET /api/programs/{id}/events</c>: in order, in pages; a page of the past never changes.</summary>
internal static class GetProgramHistory
{
    internal static async Task<IResult> GetAsync(
        string id,
        string? limit,
        string? cursor,
        ProgramReader programs,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (page, problem) = PageRequest.Of(http, limit, cursor, id);
        if (problem is not null)
            return problem.ToResult();
        // A cursor's position is the version that its page ended with.
        var from = page!.Cursor?.Position ?? 0;
        var (entries, count) = await programs.HistoryAsync(id, from, from + page.Limit, cancellation);
        if (count == 0)
            return Problem.UnknownProgram(id).ToResult();
        var last = from + entries.Count;
        var next = last < count ? new Cursor(id, null, last, id).Encode() : null;
        return Answers.Json(http, new Page<HistoryEntry>(entries, next), Answers.Tag(from, page.Limit, count));
    }
}
