using Coordination.Api.Audit;

namespace Coordination.Api.Pages.AuditLog;

/// <summary>What the page of the log shows.</summary>
public sealed record AuditModel
{
    /// <summary>This page of the log, the last event first.</summary>
    internal IReadOnlyList<AuditEvent> Events { get; init; } = [];

    /// <summary>The position before which the next page begins, or none.</summary>
    internal string? Next { get; init; }

    /// <summary>What is wrong with a filter.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>What a verification has found, for a person.</summary>
/// <param name="Head">The head that was asked for.</param>
/// <param name="Key">Of the text that says it; none before anything is verified.</param>
/// <param name="IsIntact">Whether everything fits.</param>
/// <param name="Values">What stands in the text.</param>
public sealed record VerificationModel(string? Head, string? Key, bool IsIntact, IReadOnlyList<object> Values)
{
    /// <summary>What is wrong with the head.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
