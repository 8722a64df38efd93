using System.Collections.Immutable;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>
/// A fact of one program's stream. Each carries plan and government, so that no view has to look them up; who, when and
/// why are metadata of the store. A released event is never edited.
/// </summary>
public interface IProgramEvent
{
    /// <summary>Plan id, <c>19-2024</c>.</summary>
    string Plan { get; }

    /// <summary>The government that the program belongs to after this event.</summary>
    string Government { get; }
}

/// <summary>A government proposed a program.</summary>
public sealed record ProgramPlanned(string Plan, string Government, ProgramDetails Details) : IProgramEvent;

/// <summary>The details anew; plan and government stay.</summary>
public sealed record ProgramRevised(string Plan, string Government, ProgramDetails Details, string Reason)
    : IProgramEvent;

/// <summary>Another government took the program over; its number stays.</summary>
public sealed record ProgramReassigned(string Plan, string Government, string From, string Reason) : IProgramEvent;

/// <summary>A relation to another program was declared.</summary>
public sealed record RelationDeclared(string Plan, string Government, RelationKind Kind, string Program)
    : IProgramEvent;

/// <summary>A declared relation was taken back.</summary>
public sealed record RelationWithdrawn(string Plan, string Government, RelationKind Kind, string Program)
    : IProgramEvent;

/// <summary>A funding line was set, or set anew at the same or a later stage.</summary>
public sealed record ProgramBudgeted(
    string Plan,
    string Government,
    string Line,
    string Source,
    FundingStage Stage,
    decimal Amount,
    FundingDocument? Document,
    TransferTarget? TransferTo
) : IProgramEvent;

/// <summary>A funding line was corrected: its values from then on, valid from a day.</summary>
public sealed record FundingCorrected(
    string Plan,
    string Government,
    string Line,
    FundingStage Stage,
    decimal Amount,
    FundingDocument Document,
    DateOnly ValidFrom,
    string Reason
) : IProgramEvent;

/// <summary>Central money was asked for.</summary>
public sealed record ApbnSupportRequested(
    string Plan,
    string Government,
    string Request,
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly RequestedOn
) : IProgramEvent;

/// <summary>A request was granted: an allocated line of its source now bears the request's id.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Government">Government.</param>
/// <param name="Request">Request and line id.</param>
/// <param name="Amount">Whole rupiah, at most what was asked.</param>
/// <param name="Document">The grant's document.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="ClosesLine">The unallocated line of the same source whose place it takes, if there was one.</param>
public sealed record ApbnSupportGranted(
    string Plan,
    string Government,
    string Request,
    decimal Amount,
    FundingDocument Document,
    DateOnly DecidedOn,
    string? ClosesLine
) : IProgramEvent;

/// <summary>A request was rejected.</summary>
public sealed record ApbnSupportRejected(
    string Plan,
    string Government,
    string Request,
    string Reason,
    DateOnly DecidedOn
) : IProgramEvent;

/// <summary>An undecided request was withdrawn.</summary>
public sealed record ApbnSupportWithdrawn(
    string Plan,
    string Government,
    string Request,
    string Reason,
    DateOnly DecidedOn
) : IProgramEvent;

/// <summary>A payment was made from an allocated line.</summary>
public sealed record FundsRealised(
    string Plan,
    string Government,
    int Number,
    string Line,
    decimal Amount,
    DateOnly Date,
    FundingDocument? Document
) : IProgramEvent;

/// <summary>A payment was corrected: its values from then on; 0 takes it back.</summary>
public sealed record RealisationCorrected(
    string Plan,
    string Government,
    int Number,
    decimal Amount,
    DateOnly Date,
    FundingDocument? Document,
    string Reason
) : IProgramEvent;

/// <summary>Physical progress was reported.</summary>
public sealed record ProgressReported(
    string Plan,
    string Government,
    decimal Percent,
    DateOnly AsOf,
    decimal? Output,
    string? Note,
    string? Evidence
) : IProgramEvent;

/// <summary>A constraint was raised.</summary>
public sealed record ConstraintRaised(
    string Plan,
    string Government,
    string Constraint,
    ConstraintCategory Category,
    ConstraintSeverity Severity,
    string Description
) : IProgramEvent;

/// <summary>A constraint was resolved.</summary>
public sealed record ConstraintResolved(string Plan, string Government, string Constraint, string? Note)
    : IProgramEvent;

/// <summary>The program delivered.</summary>
public sealed record ProgramCompleted(
    string Plan,
    string Government,
    DateOnly Date,
    decimal Output,
    string Evidence,
    string? ZeroCostReason
) : IProgramEvent;

/// <summary>A completion did not hold: the program is what its other facts say.</summary>
public sealed record CompletionReopened(string Plan, string Government, string Reason) : IProgramEvent;

/// <summary>The program was put off to the plan of a later year.</summary>
public sealed record ProgramDeferred(string Plan, string Government, int ToYear, string Reason) : IProgramEvent;

/// <summary>A deferred program goes on in its plan after all.</summary>
public sealed record ProgramResumed(string Plan, string Government, string Reason) : IProgramEvent;

/// <summary>The program will not be carried out.</summary>
public sealed record ProgramCancelled(string Plan, string Government, string Reason) : IProgramEvent;

/// <summary>The program was made one with another, which has what is left of its money.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Government">Government.</param>
/// <param name="Into">Number of the program that goes on.</param>
/// <param name="Decision">The decision (kesepakatan) that it was merged by.</param>
/// <param name="Lines">The lines that were left with what they had realised.</param>
/// <param name="Reason">Why.</param>
public sealed record ProgramMerged(
    string Plan,
    string Government,
    string Into,
    string Decision,
    ImmutableList<MovedLine> Lines,
    string Reason
) : IProgramEvent;

/// <summary>A line whose rest was moved to the program that goes on.</summary>
/// <param name="Line">Its id.</param>
/// <param name="Kept">Rupiah that it keeps: what it has realised.</param>
/// <param name="Moved">Rupiah that were moved.</param>
/// <param name="ToLine">The line that has them now.</param>
public sealed record MovedLine(string Line, decimal Kept, decimal Moved, string ToLine);

/// <summary>Another program was merged into this one, which took over what was left of its money.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Government">Government.</param>
/// <param name="From">Number of the merged program.</param>
/// <param name="Decision">The decision that it was merged by.</param>
/// <param name="Lines">The new lines.</param>
public sealed record MergedProgramReceived(
    string Plan,
    string Government,
    string From,
    string Decision,
    ImmutableList<ReceivedLine> Lines
) : IProgramEvent;

/// <summary>A line of a merged program, or what was left of it.</summary>
/// <param name="Line">Its new id.</param>
/// <param name="Source">Code of the funding source.</param>
/// <param name="Stage">Stage, as it was.</param>
/// <param name="Amount">Rupiah that were left.</param>
/// <param name="Document">Document, as it was.</param>
/// <param name="TransferTo">As it was: a merge makes no transfer of its own.</param>
/// <param name="FromLine">Its id in the merged program.</param>
public sealed record ReceivedLine(
    string Line,
    string Source,
    FundingStage Stage,
    decimal Amount,
    FundingDocument? Document,
    TransferTarget? TransferTo,
    string FromLine
);
