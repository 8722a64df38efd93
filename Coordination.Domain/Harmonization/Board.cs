using System.Text.Json.Serialization;
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
/// <param name="Rate">By the plan's definition, all active programs pooled; none without any, or without an assessment to tell.</param>
/// <param name="Mean">Mean of the governments that have a rate.</param>
/// <param name="Lowest">Code of the government with the smallest rate, ties by code.</param>
/// <param name="Met">Only when each government of the province reaches the target; one without programs does not.</param>
/// <param name="Definitions">The rate by every definition.</param>
public sealed record Implementation(
    decimal? Rate,
    decimal? Mean,
    string? Lowest,
    bool Met,
    ImplementationRates Definitions
);

/// <summary>
/// The rate by definition: mean progress; progress weighted by cost; the published SPBE index ÷ 5; the share of the SPBE indicators at
/// level 3 or above. Of a plan the last two are means of the governments that have them.
/// </summary>
public sealed record ImplementationRates(
    decimal? Completion,
    decimal? CompletionByCost,
    decimal? Maturity,
    decimal? Indicators
)
{
    internal decimal? By(ImplementationDefinition definition) =>
        definition switch
        {
            ImplementationDefinition.Completion => Completion,
            ImplementationDefinition.CompletionByCost => CompletionByCost,
            ImplementationDefinition.Maturity => Maturity,
            ImplementationDefinition.Indicators => Indicators,
            _ => throw new InvalidOperationException($"No rate is known by {definition}."),
        };

    internal ImplementationRates Rounded() =>
        new(Rounded(Completion), Rounded(CompletionByCost), Rounded(Maturity), Rounded(Indicators));

    internal static decimal? Rounded(decimal? rate) => rate is { } value ? Decimals.Rate(value) : null;
}

/// <summary>
/// A government's row. Its findings are those that concern it and wait for a decision, one shared with another counting for both; none
/// where nobody has looked for findings.
/// </summary>
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
    GovernmentIndex Index,
    ConstraintCounts Constraints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Findings
);

/// <summary>A government's rate by the plan's definition, and whether it reaches the target.</summary>
public sealed record GovernmentImplementation(decimal? Rate, bool Met, ImplementationRates Definitions);

/// <summary>A government's SPBE index, from 1 to 5.</summary>
/// <param name="Current">As last published on or before the evaluation day; none before the first publication.</param>
/// <param name="Forecast">
/// Each indicator at the higher of its assessed level and the levels of programs that are completed, or funded and on time; exact.
/// </param>
/// <param name="Predicate">Of the current index, unrounded.</param>
/// <param name="ForecastPredicate">Of the forecast.</param>
/// <param name="Reason">Why there is no forecast.</param>
public sealed record GovernmentIndex(
    decimal? Current,
    decimal? Forecast,
    string? Predicate,
    string? ForecastPredicate,
    string? Reason
);

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
