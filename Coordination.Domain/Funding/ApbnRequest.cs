namespace Coordination.Domain.Funding;

/// <summary>Where a request for APBN support stands.</summary>
public enum ApbnRequestStatus
{
    /// <summary>Asked, not answered.</summary>
    Undecided,

    /// <summary>Granted in full or in part: an allocated line bears the request's id.</summary>
    Granted,

    /// <summary>Rejected with a reason.</summary>
    Rejected,

    /// <summary>Withdrawn by the one who asked.</summary>
    Withdrawn,
}

/// <summary>A request for central money (dukungan APBN).</summary>
/// <param name="Request">Id within the program: <c>r1</c>, <c>r2</c> …</param>
/// <param name="Scheme">One of the seven APBN-support sources.</param>
/// <param name="Ministry">Who is asked.</param>
/// <param name="Amount">Whole rupiah asked for.</param>
/// <param name="RequestedOn">Day of the request.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedOn">Day of the decision or withdrawal.</param>
/// <param name="Granted">Whole rupiah granted, at most what was asked.</param>
/// <param name="Document">The grant's document.</param>
/// <param name="DecisionReason">Why it was rejected or withdrawn.</param>
public sealed record ApbnRequest(
    string Request,
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn,
    ApbnRequestStatus Status = ApbnRequestStatus.Undecided,
    DateOnly? DecidedOn = null,
    decimal? Granted = null,
    FundingDocument? Document = null,
    string? DecisionReason = null
);
