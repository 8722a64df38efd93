using System.Text.Json;
using Coordination.Api.EventStore;

namespace Coordination.Api.Audit;

/// <summary>Something that was recorded.</summary>
/// <param name="Position">Its place among all events.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Event">Stored name of the event.</param>
/// <param name="Stream">Key of its stream: for a program the number.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Name">What its subject was called after it, where it has a name.</param>
/// <param name="Plan">The plan that it is of, where it is one's.</param>
/// <param name="Government">The government that it concerns.</param>
/// <param name="GovernmentName">Its name.</param>
/// <param name="Account">Who recorded it.</param>
/// <param name="Role">The role by which the account was allowed to.</param>
/// <param name="RoleGovernment">The government of that role.</param>
/// <param name="RoleGovernmentName">Its name.</param>
/// <param name="Reason">Why.</param>
/// <param name="CorrelationId">The request that it came with.</param>
/// <param name="Data">The event.</param>
/// <param name="Changes">What it changed, old and new.</param>
internal sealed record AuditEvent(
    long Position,
    DateTimeOffset At,
    string Event,
    string Stream,
    long Version,
    string? Name,
    string? Plan,
    string? Government,
    string? GovernmentName,
    string? Account,
    string? Role,
    string? RoleGovernment,
    string? RoleGovernmentName,
    string? Reason,
    string? CorrelationId,
    JsonElement Data,
    IReadOnlyList<FieldChange> Changes
)
{
    internal static AuditEvent Of(RecordedEvent recorded, ExplainedEvent explained)
    {
        var stored = recorded.Stored;
        var data = recorded.ToJson();
        var government = GovernmentOf(data);
        return new(
            stored.Position,
            stored.At,
            stored.Type,
            stored.Stream,
            stored.Version,
            explained.Name,
            Text(data, "plan"),
            government,
            NameOf(government),
            recorded.Account,
            recorded.Role,
            recorded.Government,
            NameOf(recorded.Government),
            recorded.Reason,
            recorded.CorrelationId,
            data,
            explained.Changes
        );
    }

    /// <summary>As <see cref="AuditFilter.Government"/> has it.</summary>
    private static string? GovernmentOf(JsonElement data) =>
        Text(data, "government") ?? Start(Text(data, "location"), 5) ?? Start(Text(data, "plan"), 2);

    private static string? Start(string? text, int length) => text?[..Math.Min(length, text.Length)];

    private static string? NameOf(string? government) =>
        government is null ? null : Domain.Reference.Government.Find(government)?.Name;

    private static string? Text(JsonElement data, string member) =>
        data.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
