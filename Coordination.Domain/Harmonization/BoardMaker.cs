using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>Makes the board out of a plan and its tally; the same for the live view and for any past one.</summary>
public static class BoardMaker
{
    /// <summary>The board of a plan at a position, evaluated for a day.</summary>
    public static Board Make(Plan plan, Tally tally, long position, DateOnly day)
    {
        var sums = Government
            .Within(plan.Province)
            .Select(government => (government, SumOf(tally, government)))
            .ToList();
        var total = sums.Aggregate(default(Figures), (sum, row) => sum + row.Item2);
        var rows = sums.ConvertAll(row => Row(plan.Target, row.government, row.Item2));
        var rates = sums.ConvertAll(row => (row.government.Code, Rate: RateBy(plan.Target.Definition, row.Item2)));
        return new(
            plan,
            position,
            day,
            TotalsOf(total),
            ImplementationOf(plan.Target, total, rates),
            rows,
            Cells(plan, tally)
        );
    }

    private static Figures SumOf(Tally tally, Government government) =>
        Priority.All.Aggregate(default(Figures), (sum, priority) => sum + tally.Cell(government.Code, priority.Code));

    private static Totals TotalsOf(Figures sum) =>
        new(
            sum.Programs,
            sum.Active,
            sum.Completed,
            sum.EstimatedCost,
            sum.Funded,
            sum.FundingGap,
            sum.Realised,
            sum.Released,
            Apbn(sum)
        );

    private static ApbnTotals Apbn(Figures sum) =>
        new(
            sum.ApbnRequested,
            sum.ApbnOutsideApbd + sum.ApbnThroughApbd,
            sum.ApbnRealised,
            sum.ApbnOutsideApbd,
            sum.ApbnThroughApbd
        );

    private static GovernmentRow Row(PlanTarget target, Government government, Figures sum) =>
        new(
            government.Code,
            government.Name,
            sum.Programs,
            sum.Active,
            sum.Completed,
            sum.EstimatedCost,
            sum.Funded,
            sum.FundingGap,
            sum.Realised,
            sum.Released,
            Apbn(sum),
            new(Rounded(RateBy(target.Definition, sum)), RateBy(target.Definition, sum) >= target.Rate, RatesOf(sum)),
            sum.Constraints
        );

    private static Implementation ImplementationOf(
        PlanTarget target,
        Figures total,
        List<(string Code, decimal? Rate)> governments
    )
    {
        var rated = governments.FindAll(government => government.Rate is not null);
        return new(
            Rounded(RateBy(target.Definition, total)),
            Rounded(rated.Average(government => government.Rate)),
            rated.Count == 0 ? null : rated.MinBy(government => government.Rate).Code,
            governments.TrueForAll(government => government.Rate >= target.Rate),
            RatesOf(total)
        );
    }

    private static IReadOnlyList<BoardCell> Cells(Plan plan, Tally tally) =>
        [
            .. from government in Government.Within(plan.Province)
            from priority in Priority.All
            select Cell(plan.Target, government.Code, priority.Code, tally.Cell(government.Code, priority.Code)),
        ];

    private static BoardCell Cell(PlanTarget target, string government, string priority, Figures figures) =>
        new(
            government,
            priority,
            figures.Programs,
            figures.Active,
            figures.Completed,
            figures.EstimatedCost,
            figures.Funded,
            figures.FundingGap,
            Rounded(RateBy(target.Definition, figures)),
            figures.Constraints.Total,
            StateOf(figures)
        );

    private static CellState StateOf(Figures figures) =>
        figures switch
        {
            { Active: 0 } => CellState.Gap,
            _ when figures.Completed == figures.Active => CellState.Done,
            { Blocked: > 0 } => CellState.Blocked,
            { Progressing: > 0 } => CellState.InProgress,
            _ when figures.FullyFunded == figures.Active => CellState.Funded,
            _ => CellState.Planned,
        };

    /// <summary>Maturity and indicators are figures of assessments, which this board does not keep: no rate, never 0.</summary>
    private static decimal? RateBy(ImplementationDefinition definition, Figures figures) =>
        definition switch
        {
            ImplementationDefinition.Completion => figures.Completion,
            ImplementationDefinition.CompletionByCost => figures.CompletionByCost,
            _ => null,
        };

    private static ImplementationRates RatesOf(Figures sum) =>
        new(Rounded(sum.Completion), Rounded(sum.CompletionByCost));

    private static decimal? Rounded(decimal? rate) => rate is { } value ? Decimals.Rate(value) : null;
}
