using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>What is asked of a program. Members marked as ignored come from the request's path, not from its body.</summary>
public interface IProgramCommand
{
    /// <summary>Why; kept beside the events.</summary>
    string? Reason { get; }

    /// <summary>Numbers of other programs that must exist.</summary>
    IEnumerable<string> MentionedPrograms => [];
}

/// <summary>Proposes a program in an open plan.</summary>
public sealed record PlanProgram : ProgramDetails, IProgramCommand
{
    /// <summary>Plan id, <c>19-2024</c>; open.</summary>
    public required string Plan { get; init; }

    /// <summary>Code of the proposing government, within the plan's province.</summary>
    public required string Government { get; init; }

    /// <summary>Relations to programs that exist; at most 50.</summary>
    public ImmutableList<Relation> Relations { get; init; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => Relations.Select(relation => relation.Program);
}

/// <summary>Says the details anew. Plan and government may be repeated and stay as they are.</summary>
public sealed record ReviseProgram : ProgramDetails, IProgramCommand
{
    /// <summary>The program's plan, when repeated.</summary>
    public string? Plan { get; init; }

    /// <summary>The program's government, when repeated; reassignment changes it.</summary>
    public string? Government { get; init; }

    /// <summary>Why; required.</summary>
    public required string Reason { get; init; }

    /// <summary>A revision to these details.</summary>
    internal static ReviseProgram Of(ProgramDetails details, string reason) =>
        new()
        {
            Priority = details.Priority,
            Title = details.Title,
            Description = details.Description,
            SubActivity = details.SubActivity,
            Locations = details.Locations,
            Output = details.Output,
            SpbeIndicators = details.SpbeIndicators,
            Schedule = details.Schedule,
            EstimatedCost = details.EstimatedCost,
            LeadAgency = details.LeadAgency,
            Reference = details.Reference,
            Reason = reason,
        };
}

/// <summary>Declares a relation to a program that exists.</summary>
public sealed record DeclareRelation(RelationKind Kind, string Program, string? Reason = null) : IProgramCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => [Program];
}

/// <summary>Takes a declared relation back.</summary>
public sealed record WithdrawRelation(RelationKind Kind, string Program, string? Reason = null) : IProgramCommand;

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

/// <summary>Reports physical progress; a fall needs a note.</summary>
/// <param name="Percent">0 to 100, two decimals.</param>
/// <param name="AsOf">The day it describes, not in the future.</param>
/// <param name="Output">Units delivered by then.</param>
/// <param name="Note">In words.</param>
/// <param name="Evidence">Text or address.</param>
/// <param name="Reason">Why.</param>
public sealed record ReportProgress(
    decimal Percent,
    DateOnly AsOf,
    decimal? Output = null,
    string? Note = null,
    string? Evidence = null,
    string? Reason = null
) : IProgramCommand;

/// <summary>Raises a constraint.</summary>
/// <param name="Category">What kind of hindrance.</param>
/// <param name="Severity">How much it hinders.</param>
/// <param name="Description">3 to 5,000 characters.</param>
/// <param name="Reason">Why.</param>
public sealed record RaiseConstraint(
    ConstraintCategory Category,
    ConstraintSeverity Severity,
    string Description,
    string? Reason = null
) : IProgramCommand;

/// <summary>Resolves a constraint.</summary>
/// <param name="Note">How.</param>
/// <param name="Reason">Why.</param>
public sealed record ResolveConstraint(string? Note = null, string? Reason = null) : IProgramCommand
{
    /// <summary>The constraint.</summary>
    [JsonIgnore]
    public string Constraint { get; init; } = "";
}

/// <summary>Completes the program; needs an allocated line or a reason why it cost nothing.</summary>
/// <param name="Date">Day of completion, not in the future.</param>
/// <param name="Output">Units of the output delivered, above 0.</param>
/// <param name="Evidence">Text or address, 3 to 5,000 characters.</param>
/// <param name="ZeroCostReason">Why it needed no money.</param>
/// <param name="Reason">Why.</param>
public sealed record CompleteProgram(
    DateOnly Date,
    decimal Output,
    string Evidence,
    string? ZeroCostReason = null,
    string? Reason = null
) : IProgramCommand;

/// <summary>Takes a completion back.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record ReopenCompletion(string Reason) : IProgramCommand;

/// <summary>Puts the program off to the plan of a later year.</summary>
/// <param name="ToYear">After the plan's year, at most ten years.</param>
/// <param name="Reason">Why; required.</param>
public sealed record DeferProgram(int ToYear, string Reason) : IProgramCommand;

/// <summary>Resumes a deferred program in its plan.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record ResumeProgram(string Reason) : IProgramCommand;

/// <summary>Gives the program up.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record CancelProgram(string Reason) : IProgramCommand;

/// <summary>
/// Makes the program one with another: what it has not realised goes there, and undecided requests are withdrawn. Only a decision of a
/// coordination meeting does so.
/// </summary>
/// <param name="Into">Number of the program that goes on: active, of the same plan.</param>
/// <param name="Decision">The decision that it is merged by.</param>
/// <param name="Reason">Why; required.</param>
public sealed record MergeProgram(string Into, string Decision, string Reason) : IProgramCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => [Into];
}

/// <summary>Gives the program to another government of the province; its number stays.</summary>
/// <param name="Government">The government that takes it over; it contains all of the program's locations.</param>
/// <param name="Reason">Why; required.</param>
public sealed record ReassignProgram(string Government, string Reason) : IProgramCommand;
