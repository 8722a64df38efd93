using Coordination.Api.Audit;

namespace Coordination.Api.Pages.AuditLog;

/// <summary>What the page of the log shows.</summary>
/// <param name="Values">What was asked for, by the name of the filter.</param>
/// <param name="Lines">The events, the last first.</param>
/// <param name="NextPath">Where the list goes on.</param>
/// <param name="TablePath">The same as a table.</param>
public sealed record AuditModel(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<AuditLine> Lines,
    string? NextPath,
    string TablePath
)
{
    /// <summary>What is wrong with a filter.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>An event as a line of the log.</summary>
public sealed record AuditLine(
    long Position,
    DateTimeOffset At,
    string Event,
    string Stream,
    string? Name,
    string? Government,
    string? Account,
    string? Role,
    string? Reason,
    IReadOnlyList<(string Field, string? Old, string? New)> Changes
)
{
    internal static AuditLine Of(AuditEvent one) =>
        new(
            one.Position,
            one.At,
            one.Event,
            one.Stream,
            one.Name,
            one.GovernmentName,
            one.Account,
            one.Role is null ? null : $"{one.Role} {one.RoleGovernmentName}",
            one.Reason,
            [.. one.Changes.Select(change => (change.Field, change.From?.ToString(), change.To?.ToString()))]
        );
}

/// <summary>What a verification has found, for a person.</summary>
/// <param name="Head">The head that was asked for.</param>
/// <param name="Key">Of the text that says it; none before anything is verified.</param>
/// <param name="Intact">Whether everything fits.</param>
/// <param name="Values">What stands in the text.</param>
public sealed record VerificationModel(string? Head, string? Key, bool Intact, IReadOnlyList<object> Values)
{
    /// <summary>What is wrong with the head.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
