using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>
/// Sets a funding line, or sets it anew at the same or a later stage. The seven APBN-support sources reach
/// <c>allocated</c> by grants alone.
/// </summary>
/// <param name="Source">Code of the funding source.</param>
/// <param name="Stage">Stage of the money.</param>
/// <param name="Amount">Whole rupiah, above 0, at most 100 trillion.</param>
/// <param name="Line">Line id, up to 20 letters, digits or hyphens; assigned when missing. <c>r1</c>, <c>r2</c> … are kept for grants.</param>
/// <param name="Document">What proves it.</param>
/// <param name="TransferTo">The line of another program that receives this money.</param>
/// <param name="Reason">Why.</param>
public sealed record BudgetProgram(
    string Source,
    FundingStage Stage,
    decimal Amount,
    string? Line = null,
    FundingDocument? Document = null,
    TransferTarget? TransferTo = null,
    string? Reason = null
) : IProgramCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => TransferTo is null ? [] : [TransferTo.Program];
}

/// <summary>Corrects a funding line; never below what it has realised.</summary>
/// <param name="Document">What proves the correction.</param>
/// <param name="ValidFrom">From which day the new values hold.</param>
/// <param name="Reason">Why; required.</param>
/// <param name="Amount">Whole rupiah from 0, when it changes.</param>
/// <param name="Stage">Stage, when it changes.</param>
public sealed record CorrectFunding(
    FundingDocument Document,
    DateOnly ValidFrom,
    string Reason,
    decimal? Amount = null,
    FundingStage? Stage = null
) : IProgramCommand
{
    /// <summary>The line.</summary>
    [JsonIgnore]
    public string Line { get; init; } = "";
}

/// <summary>Asks for central money.</summary>
/// <param name="Scheme">One of the seven APBN-support sources.</param>
/// <param name="Ministry">Who is asked, 3 to 200 characters.</param>
/// <param name="Amount">Whole rupiah, above 0, at most 100 trillion.</param>
/// <param name="RequestedOn">Day of the request, not in the future.</param>
/// <param name="Reason">Why.</param>
public sealed record RequestApbnSupport(
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn,
    string? Reason = null
) : IProgramCommand;

/// <summary>Records that a request was granted.</summary>
/// <param name="Amount">Whole rupiah, above 0, at most what was asked.</param>
/// <param name="Document">The grant's document.</param>
/// <param name="DecidedOn">Day of the decision, from the request on, not in the future.</param>
/// <param name="Reason">Why.</param>
public sealed record GrantApbnSupport(
    decimal Amount,
    FundingDocument Document,
    DateOnly DecidedOn,
    string? Reason = null
) : IProgramCommand
{
    /// <summary>The request.</summary>
    [JsonIgnore]
    public string Request { get; init; } = "";
}

/// <summary>Records that a request was rejected.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="DecidedOn">Day of the decision.</param>
public sealed record RejectApbnSupport(string Reason, DateOnly DecidedOn) : IProgramCommand
{
    /// <summary>The request.</summary>
    [JsonIgnore]
    public string Request { get; init; } = "";
}

/// <summary>Withdraws an undecided request.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="DecidedOn">Day of the withdrawal.</param>
public sealed record WithdrawApbnSupport(string Reason, DateOnly DecidedOn) : IProgramCommand
{
    /// <summary>The request.</summary>
    [JsonIgnore]
    public string Request { get; init; } = "";
}

/// <summary>Records a payment from an allocated line. Equal realisations are two payments.</summary>
/// <param name="Amount">Rupiah, two decimals, above 0; all payments of the line together stay within its amount.</param>
/// <param name="Date">Day of the payment, not in the future.</param>
/// <param name="Line">The line; may be missing when <paramref name="Source"/> names the only one of its source.</param>
/// <param name="Source">The source, when it has one line only.</param>
/// <param name="Document">What proves it.</param>
/// <param name="Reason">Why.</param>
public sealed record RealiseFunds(
    decimal Amount,
    DateOnly Date,
    string? Line = null,
    string? Source = null,
    FundingDocument? Document = null,
    string? Reason = null
) : IProgramCommand;

/// <summary>Corrects a payment; amount 0 takes it back.</summary>
/// <param name="Reason">Why; required.</param>
/// <param name="Amount">Rupiah, two decimals, from 0, when it changes.</param>
/// <param name="Date">Day, when it changes.</param>
/// <param name="Document">Document, when it changes.</param>
public sealed record CorrectRealisation(
    string Reason,
    decimal? Amount = null,
    DateOnly? Date = null,
    FundingDocument? Document = null
) : IProgramCommand
{
    /// <summary>The payment's number.</summary>
    [JsonIgnore]
    public int Number { get; init; }
}
