using System.Collections.Immutable;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Where a program stands; it follows from the facts and is never stored by hand.</summary>
public enum ProgramStatus
{
    /// <summary>Proposed, nothing allocated.</summary>
    Planned,

    /// <summary>At least one allocated line.</summary>
    Budgeted,

    /// <summary>Progress above 0 reported, or money realised.</summary>
    InProgress,

    /// <summary>Delivered.</summary>
    Completed,

    /// <summary>Put off to a later year.</summary>
    Deferred,

    /// <summary>Given up.</summary>
    Cancelled,

    /// <summary>Made one with another program, which goes on.</summary>
    Merged,
}

/// <summary>
/// An SPBE program or activity (program/kegiatan) that one government proposes to carry out in one plan: the state that its
/// events fold to.
/// </summary>
/// <param name="Id">Its number, <c>19.05-2024-7KQ2M</c>: proposing government, year, five characters; it never changes.</param>
/// <param name="Plan">Plan id.</param>
/// <param name="Government">The government it belongs to now.</param>
/// <param name="Details">What the planner says of it.</param>
public sealed record SpbeProgram(string Id, string Plan, string Government, ProgramDetails Details)
{
    /// <summary>Relations declared by this program.</summary>
    public ImmutableList<Relation> Relations { get; init; } = [];

    /// <summary>Funding lines in the order they were first set.</summary>
    public ImmutableList<FundingLine> Funding { get; init; } = [];

    /// <summary>Requests for APBN support, in order.</summary>
    public ImmutableList<ApbnRequest> ApbnRequests { get; init; } = [];

    /// <summary>Payments, in order; the n-th has number n.</summary>
    public ImmutableList<Realisation> Realisations { get; init; } = [];

    /// <summary>Progress reports in the order they were recorded.</summary>
    public ImmutableList<ProgressReport> Progress { get; init; } = [];

    /// <summary>Constraints, in order.</summary>
    public ImmutableList<ProgramConstraint> Constraints { get; init; } = [];

    /// <summary>Set while completed.</summary>
    public Completion? Completion { get; init; }

    /// <summary>Set while deferred.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>Why it was cancelled; set while cancelled.</summary>
    public string? CancellationReason { get; init; }

    /// <summary>Set once it was merged into another.</summary>
    public Merger? Merger { get; init; }

    /// <summary>Programs that were merged into this one, in order.</summary>
    public ImmutableList<MergedProgram> Merged { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public ProgramStatus Status =>
        this switch
        {
            { Merger: not null } => ProgramStatus.Merged,
            { CancellationReason: not null } => ProgramStatus.Cancelled,
            { Deferral: not null } => ProgramStatus.Deferred,
            { Completion: not null } => ProgramStatus.Completed,
            _ when Progress.Exists(report => report.Percent > 0) || Realisations.Exists(paid => paid.Amount > 0) =>
                ProgramStatus.InProgress,
            _ when Funding.Exists(line => line.IsAllocated) => ProgramStatus.Budgeted,
            _ => ProgramStatus.Planned,
        };

    /// <summary>Not deferred, cancelled or merged; completed programs are active.</summary>
    public bool IsActive => Deferral is null && CancellationReason is null && Merger is null;

    /// <summary>Rupiah allocated, all lines.</summary>
    public decimal Funded => Funding.Where(line => line.IsAllocated).Sum(line => line.Amount);

    /// <summary>Rupiah of the cost that is not allocated; never negative.</summary>
    public decimal FundingGap => Math.Max(0, Details.EstimatedCost - Funded);

    /// <summary>Rupiah realised, all lines.</summary>
    public decimal Realised => Realisations.Sum(paid => paid.Amount);

    /// <summary>Percent 0–100: 100 when completed, else the latest report by its day, ties by order of recording.</summary>
    public decimal ProgressPercent => Completion is not null ? 100 : LatestReport(DateOnly.MaxValue)?.Percent ?? 0;

    /// <summary>Rupiah realised on a line.</summary>
    public decimal RealisedOn(string line) => Realisations.Where(paid => paid.Line == line).Sum(paid => paid.Amount);

    /// <summary>The line of that id, or none.</summary>
    public FundingLine? FindLine(string line) => Funding.Find(candidate => candidate.Line == line);

    /// <summary>The request of that id, or none.</summary>
    public ApbnRequest? FindRequest(string request) => ApbnRequests.Find(candidate => candidate.Request == request);

    /// <summary>The constraint of that id, or none.</summary>
    public ProgramConstraint? FindConstraint(string constraint) =>
        Constraints.Find(candidate => candidate.Constraint == constraint);

    /// <summary>The report that describes the state on a day: the latest by its day, ties by order of recording.</summary>
    internal ProgressReport? LatestReport(DateOnly upTo) =>
        Progress.Where(report => report.AsOf <= upTo).OrderBy(report => report.AsOf).LastOrDefault();
}
