using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization;

/// <summary>The board of a plan: what a coordination meeting looks at first. Money in rupiah, rates 0–1 with six decimals.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The last event in the store that affects this plan.</param>
/// <param name="AsOf">The day in Jakarta that it is evaluated for.</param>
/// <param name="Totals">Sums of all governments.</param>
/// <param name="Implementation">Toward the plan's target.</param>
/// <param name="Governments">One row for each government of the province, by code.</param>
/// <param name="Cells">One for each government and priority.</param>
public sealed record Board(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    Totals Totals,
    Implementation Implementation,
    IReadOnlyList<GovernmentRow> Governments,
    IReadOnlyList<BoardCell> Cells
);

/// <summary>Sums over a plan; what each means stands at <see cref="Figures"/>.</summary>
public sealed record Totals(
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal Realised,
    decimal Released,
    ApbnTotals Apbn
);

/// <summary>APBN support: asked for, granted, realised; granted is what goes outside and through regional budgets together.</summary>
public sealed record ApbnTotals(
    decimal Requested,
    decimal Granted,
    decimal Realised,
    decimal OutsideApbd,
    decimal ThroughApbd
);

/// <summary>How far a plan is implemented.</summary>
/// <param name="Rate">By the plan's definition, all active programs pooled; none without any, or while the figure is not kept.</param>
/// <param name="Mean">Mean of the governments that have a rate.</param>
/// <param name="Lowest">Code of the government with the smallest rate, ties by code.</param>
/// <param name="Met">Only when each government of the province reaches the target; one without programs does not.</param>
/// <param name="Definitions">The rate by every definition that is kept.</param>
public sealed record Implementation(
    decimal? Rate,
    decimal? Mean,
    string? Lowest,
    bool Met,
    ImplementationRates Definitions
);

/// <summary>The rate by definition: mean progress, and progress weighted by cost.</summary>
public sealed record ImplementationRates(decimal? Completion, decimal? CompletionByCost);

/// <summary>A government's row.</summary>
public sealed record GovernmentRow(
    string Code,
    string Name,
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal Realised,
    decimal Released,
    ApbnTotals Apbn,
    GovernmentImplementation Implementation,
    ConstraintCounts Constraints
);

/// <summary>A government's rate by the plan's definition, and whether it reaches the target.</summary>
public sealed record GovernmentImplementation(decimal? Rate, bool Met, ImplementationRates Definitions);

/// <summary>Where a government stands with a priority: the first that holds.</summary>
public enum CellState
{
    /// <summary>No active program.</summary>
    Gap,

    /// <summary>All completed.</summary>
    Done,

    /// <summary>One that is not completed has an open constraint of high severity.</summary>
    Blocked,

    /// <summary>Any progress.</summary>
    InProgress,

    /// <summary>All funded in full.</summary>
    Funded,

    /// <summary>Anything else.</summary>
    Planned,
}

/// <summary>A government and a priority.</summary>
public sealed record BoardCell(
    string Government,
    string Priority,
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal? Implementation,
    int Constraints,
    CellState State
);
