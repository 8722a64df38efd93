using System.Collections.Immutable;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.ExamplePlan;

/// <summary>A program of the example file: what happened to it, and on which days.</summary>
internal sealed record ExampleProgram
{
    public required string Ref { get; init; }
    public required string Government { get; init; }
    public required string Priority { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public SubActivityKey? SubActivity { get; init; }
    public required ImmutableList<string> Locations { get; init; }
    public required Output Output { get; init; }
    public required ImmutableList<IndicatorLift> SpbeIndicators { get; init; }
    public required Schedule Schedule { get; init; }
    public required decimal EstimatedCost { get; init; }
    public required string LeadAgency { get; init; }
    public required DateOnly Planned { get; init; }
    public required IReadOnlyList<ExampleRelation> Relations { get; init; }
    public required IReadOnlyList<ExampleLine> Funding { get; init; }
    public required IReadOnlyList<ExamplePayment> Realised { get; init; }
    public required IReadOnlyList<ExampleRequest> Apbn { get; init; }
    public required IReadOnlyList<ExampleReport> Progress { get; init; }
    public required IReadOnlyList<ExampleConstraint> Constraints { get; init; }
    public IReadOnlyList<ExampleCorrection> Corrections { get; init; } = [];
    public ExampleCompletion? Completed { get; init; }
    public ExampleDeferral? Deferred { get; init; }
    public ExampleCancellation? Cancelled { get; init; }

    /// <summary><c>A041</c> of <c>19.03</c> is <c>19.03-2024-0A041</c>.</summary>
    internal string Number => ProgramNumber.Compose(Government, ExampleCommands.PlanId, Suffix);

    internal string Suffix => Ref.PadLeft(ProgramNumber.SuffixLength, '0');
}

internal sealed record ExampleRelation(RelationKind Kind, string Ref);

internal sealed record ExampleLine(
    string Line,
    string Source,
    FundingStage Stage,
    decimal Amount,
    FundingDocument? Document,
    DateOnly SetOn,
    ExampleTransfer? TransferTo
);

internal sealed record ExampleTransfer(string Ref, string Line);

internal sealed record ExamplePayment(string? Line, decimal Amount, DateOnly Date);

internal sealed record ExampleRequest(
    string Scheme,
    string Ministry,
    decimal Requested,
    DateOnly RequestedOn,
    ExampleDecision? Decision,
    IReadOnlyList<ExamplePayment> Realised
);

internal sealed record ExampleDecision(
    decimal? Granted,
    string? Rejected,
    FundingDocument? Document,
    DateOnly DecidedOn
);

internal sealed record ExampleReport(DateOnly Date, decimal Percent, string? Note);

internal sealed record ExampleConstraint(
    ConstraintCategory Category,
    ConstraintSeverity Severity,
    string Text,
    DateOnly Raised,
    DateOnly? Resolved
);

internal sealed record ExampleCorrection(
    string Line,
    decimal Amount,
    DateOnly Date,
    string Reason,
    FundingDocument Document,
    DateOnly ValidFrom
);

internal sealed record ExampleCompletion(DateOnly Date, decimal Output, string Evidence);

internal sealed record ExampleDeferral(DateOnly Date, int ToYear, string Reason);

internal sealed record ExampleCancellation(DateOnly Date, string Reason);
