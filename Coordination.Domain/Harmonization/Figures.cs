using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// What programs add up to. Figures of one program are added into its cell; rows and totals are sums of cells, so each figure
/// is defined once, here. Money is in rupiah. <see cref="Programs"/> and <see cref="Released"/> are over all programs, everything
/// else over active ones. A line with <c>transferTo</c> counts at the receiver alone: sums of funded, realised and granted omit it.
/// </summary>
public readonly record struct Figures
{
    /// <summary>All programs, inactive ones included.</summary>
    public int Programs { get; init; }

    /// <summary>Not deferred, cancelled or merged.</summary>
    public int Active { get; init; }

    /// <summary>Completed.</summary>
    public int Completed { get; init; }

    /// <summary>With progress above 0.</summary>
    public int Progressing { get; init; }

    /// <summary>Allocated in full: funded ≥ cost.</summary>
    public int FullyFunded { get; init; }

    /// <summary>Not completed, with an open constraint of high severity.</summary>
    public int Blocked { get; init; }

    /// <summary>Σ estimated cost.</summary>
    public decimal EstimatedCost { get; init; }

    /// <summary>Σ allocated.</summary>
    public decimal Funded { get; init; }

    /// <summary>Σ max(0, cost − funded) per program; a giver's own funded counts here.</summary>
    public decimal FundingGap { get; init; }

    /// <summary>Σ realised.</summary>
    public decimal Realised { get; init; }

    /// <summary>Allocated − realised of the inactive programs: money set free.</summary>
    public decimal Released { get; init; }

    /// <summary>Σ APBN support asked for; withdrawn requests do not count.</summary>
    public decimal ApbnRequested { get; init; }

    /// <summary>Σ allocated APBN support outside the regional budgets.</summary>
    public decimal ApbnOutsideApbd { get; init; }

    /// <summary>Σ allocated APBN support through the regional budgets.</summary>
    public decimal ApbnThroughApbd { get; init; }

    /// <summary>Σ realised on lines of APBN support.</summary>
    public decimal ApbnRealised { get; init; }

    /// <summary>Σ progress in percent.</summary>
    public decimal ProgressSum { get; init; }

    /// <summary>Σ progress in percent × cost.</summary>
    public decimal ProgressByCost { get; init; }

    /// <summary>Open constraints by category.</summary>
    public ConstraintCounts Constraints { get; init; }

    /// <summary>Mean progress of active programs, 0–1; none without any.</summary>
    public decimal? Completion => Active == 0 ? null : ProgressSum / 100 / Active;

    /// <summary>Progress of active programs weighted by cost, 0–1; none without any.</summary>
    public decimal? CompletionByCost => EstimatedCost == 0 ? null : ProgressByCost / 100 / EstimatedCost;

    /// <summary>The figures of one program.</summary>
    public static Figures Of(SpbeProgram program)
    {
        var kept = program.Funding.FindAll(line => line.TransferTo is null);
        var funded = kept.Where(line => line.IsAllocated).Sum(line => line.Amount);
        var realised = kept.Sum(line => program.RealisedOn(line.Line));
        if (!program.IsActive)
            return new() { Programs = 1, Released = funded - realised };
        var cost = program.Details.EstimatedCost;
        var progress = program.ProgressPercent;
        var open = program.Constraints.FindAll(constraint => !constraint.IsResolved);
        var isCompleted = program.Completion is not null;
        return new()
        {
            Programs = 1,
            Active = 1,
            Completed = isCompleted ? 1 : 0,
            Progressing = progress > 0 ? 1 : 0,
            FullyFunded = program.Funded >= cost ? 1 : 0,
            Blocked = !isCompleted && open.Exists(constraint => constraint.Severity == ConstraintSeverity.High) ? 1 : 0,
            EstimatedCost = cost,
            Funded = funded,
            FundingGap = program.FundingGap,
            Realised = realised,
            ApbnRequested = program
                .ApbnRequests.Where(request => request.Status != ApbnRequestStatus.Withdrawn)
                .Sum(request => request.Amount),
            ApbnOutsideApbd = Allocated(kept, FundingChannel.OutsideApbd),
            ApbnThroughApbd = Allocated(kept, FundingChannel.ThroughApbd),
            ApbnRealised = kept.Where(IsApbn).Sum(line => program.RealisedOn(line.Line)),
            ProgressSum = progress,
            ProgressByCost = progress * cost,
            Constraints = ConstraintCounts.Of(open),
        };
    }

    /// <summary>Both together.</summary>
    public static Figures operator +(Figures a, Figures b) => Combine(a, b, 1);

    /// <summary>The first without the second.</summary>
    public static Figures operator -(Figures a, Figures b) => Combine(a, b, -1);

    private static Figures Combine(Figures a, Figures b, int sign) =>
        new()
        {
            Programs = a.Programs + (sign * b.Programs),
            Active = a.Active + (sign * b.Active),
            Completed = a.Completed + (sign * b.Completed),
            Progressing = a.Progressing + (sign * b.Progressing),
            FullyFunded = a.FullyFunded + (sign * b.FullyFunded),
            Blocked = a.Blocked + (sign * b.Blocked),
            EstimatedCost = a.EstimatedCost + (sign * b.EstimatedCost),
            Funded = a.Funded + (sign * b.Funded),
            FundingGap = a.FundingGap + (sign * b.FundingGap),
            Realised = a.Realised + (sign * b.Realised),
            Released = a.Released + (sign * b.Released),
            ApbnRequested = a.ApbnRequested + (sign * b.ApbnRequested),
            ApbnOutsideApbd = a.ApbnOutsideApbd + (sign * b.ApbnOutsideApbd),
            ApbnThroughApbd = a.ApbnThroughApbd + (sign * b.ApbnThroughApbd),
            ApbnRealised = a.ApbnRealised + (sign * b.ApbnRealised),
            ProgressSum = a.ProgressSum + (sign * b.ProgressSum),
            ProgressByCost = a.ProgressByCost + (sign * b.ProgressByCost),
            Constraints = a.Constraints.Plus(b.Constraints, sign),
        };

    private static bool IsApbn(FundingLine line) => FundingSource.Find(line.Source) is { IsApbnSupport: true };

    private static decimal Allocated(IEnumerable<FundingLine> lines, FundingChannel channel) =>
        lines
            .Where(line => line.IsAllocated && FundingSource.Find(line.Source)?.Channel == channel)
            .Sum(line => line.Amount);
}
