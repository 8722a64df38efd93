using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

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
