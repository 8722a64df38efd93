using System.Text.Json;

namespace Coordination.Api.Audit;

/// <summary>A field that an event changed, as a row of a table; an event that changed nothing shown has one without a field.</summary>
internal sealed record AuditRow(
    long Position,
    string At,
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
    string? Field,
    string? Old,
    string? New
)
{
    internal static IEnumerable<AuditRow> Of(AuditEvent one) =>
        one.Changes.Count == 0
            ? [Of(one, null, null, null)]
            : one.Changes.Select(change => Of(one, change.Field, Text(change.From), Text(change.To)));

    private static AuditRow Of(AuditEvent one, string? field, string? old, string? now) =>
        new(
            one.Position,
            $"{one.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
            one.Event,
            one.Stream,
            one.Version,
            one.Name,
            one.Plan,
            one.Government,
            one.GovernmentName,
            one.Account,
            one.Role,
            one.RoleGovernment,
            one.RoleGovernmentName,
            one.Reason,
            one.CorrelationId,
            field,
            old,
            now
        );

    /// <summary>A text without its quotes.</summary>
    private static string? Text(JsonElement? value) => value?.ToString();
}
