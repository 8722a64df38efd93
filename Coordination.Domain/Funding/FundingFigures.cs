using Coordination.Domain.Harmonization;

namespace Coordination.Domain.Funding;

/// <summary>
/// What is shown of some money. Sums are over active programs, but for <see cref="Programs"/> and <see cref="StageSums.Released"/>.
/// </summary>
/// <param name="Programs">All programs; none where money of one source is summed, which is not all of a program's.</param>
/// <param name="Active">Not deferred, cancelled or merged.</param>
/// <param name="EstimatedCost">Σ estimated cost.</param>
/// <param name="FundingGap">Σ max(0, cost − allocated) per program; a program's own allocated keeps what it gives away.</param>
/// <param name="Consolidated">Money that one program gives to another counts once, at the receiver.</param>
/// <param name="Unconsolidated">It counts at both: what the programs' own documents add up to.</param>
/// <param name="Apbn">APBN support asked for, granted, realised, outside and through regional budgets; consolidated.</param>
/// <param name="Waiting">Requests without an answer.</param>
/// <param name="Absorption">Of the consolidated sums.</param>
public sealed record FundingFigures(
    int? Programs,
    int? Active,
    decimal? EstimatedCost,
    decimal? FundingGap,
    StageSums Consolidated,
    StageSums Unconsolidated,
    ApbnTotals Apbn,
    WaitingTotals Waiting,
    Absorption Absorption
)
{
    /// <summary>The figures of programs; of one source only where not all of their money is summed.</summary>
    internal static FundingFigures Of(FundingSums sums, bool ofOneSource) =>
        new(
            ofOneSource ? null : sums.Programs,
            ofOneSource ? null : sums.Active,
            ofOneSource ? null : sums.EstimatedCost,
            ofOneSource ? null : sums.FundingGap,
            sums.Consolidated,
            sums.Unconsolidated,
            new(
                sums.Requested,
                sums.OutsideApbd + sums.ThroughApbd,
                sums.ApbnRealised,
                sums.OutsideApbd,
                sums.ThroughApbd
            ),
            new(sums.WaitingRequests, sums.WaitingAmount),
            Absorption.Of(sums.Consolidated.Allocated, sums.Consolidated.Realised, sums.Forecast)
        );
}

/// <summary>Requests for APBN support that nobody has answered: how many, and rupiah asked for.</summary>
public sealed record WaitingTotals(int Requests, decimal Amount);
