using Coordination.Domain.Assessments;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>Makes the board out of a plan and its tally; the same for the live view and for any past one.</summary>
public static class BoardMaker
{
    /// <summary>The board of a plan at a position, evaluated for a day.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tally">What its programs add up to.</param>
    /// <param name="assessments">Those of its governments, of every year.</param>
    /// <param name="position">The last event that affects the plan.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    /// <param name="instruments">The instruments known; the official ones unless said otherwise.</param>
    /// <param name="findings">By government how many wait for a decision; none where nobody has looked for them.</param>
    public static Board Make(
        Plan plan,
        Tally tally,
        IReadOnlyCollection<Assessment> assessments,
        long position,
        DateOnly day,
        SpbeInstruments? instruments = null,
        IReadOnlyDictionary<string, int>? findings = null
    )
    {
        var lifts = tally.DistinctLifts.ToList();
        var standings = Government
            .Within(plan.Province)
            .Select(government => new Standing(
                government,
                SumOf(tally, government),
                IndexOutlook.Of(plan, government.Code, assessments, lifts, day, instruments ?? SpbeInstruments.Official)
            ))
            .ToList();
        var total = standings.Aggregate(default(Figures), (sum, standing) => sum + standing.Sum);
        return new(
            plan,
            position,
            day,
            TotalsOf(total),
            ImplementationOf(plan.Target, total, standings),
            Rows(plan.Target, standings, findings),
            Cells(plan, tally)
        );
    }

    /// <summary>Where a government stands: what its programs add up to, and its index.</summary>
    private sealed record Standing(Government Government, Figures Sum, IndexOutlook Index)
    {
        internal ImplementationRates Rates { get; } =
            new(Sum.Completion, Sum.CompletionByCost, Index.Maturity, Index.Indicators);
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

    private static List<GovernmentRow> Rows(
        PlanTarget target,
        List<Standing> standings,
        IReadOnlyDictionary<string, int>? findings
    ) => standings.ConvertAll(standing => Row(target, standing, findings?.GetValueOrDefault(standing.Government.Code)));

    private static GovernmentRow Row(PlanTarget target, Standing standing, int? findings)
    {
        var (government, sum) = (standing.Government, standing.Sum);
        var rate = standing.Rates.By(target.Definition);
        return new(
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
            new(ImplementationRates.Rounded(rate), rate >= target.Rate, standing.Rates.Rounded()),
            standing.Index.ToFigures(),
            sum.Constraints,
            findings
        );
    }

    /// <summary>Programs of all governments are pooled; of what each government has one of, the mean is taken.</summary>
    private static Implementation ImplementationOf(PlanTarget target, Figures total, List<Standing> standings)
    {
        var rates = new ImplementationRates(
            total.Completion,
            total.CompletionByCost,
            standings.Average(standing => standing.Rates.Maturity),
            standings.Average(standing => standing.Rates.Indicators)
        );
        var governments = standings.ConvertAll(standing =>
            (standing.Government.Code, Rate: standing.Rates.By(target.Definition))
        );
        var rated = governments.FindAll(government => government.Rate is not null);
        return new(
            ImplementationRates.Rounded(rates.By(target.Definition)),
            ImplementationRates.Rounded(rated.Average(government => government.Rate)),
            rated.Count == 0 ? null : rated.MinBy(government => government.Rate).Code,
            governments.TrueForAll(government => government.Rate >= target.Rate),
            rates.Rounded()
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
            ImplementationRates.Rounded(RateOf(target.Definition, figures)),
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

    /// <summary>The index is a government's, not a priority's: no rate, never 0.</summary>
    private static decimal? RateOf(ImplementationDefinition definition, Figures cell) =>
        new ImplementationRates(cell.Completion, cell.CompletionByCost, null, null).By(definition);
}
