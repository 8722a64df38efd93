using Coordination.Domain.Funding;

namespace Coordination.Api.Funding;

/// <summary>A cell of the funding view as a row of a table. Its columns sum to the totals: no figure stands in two rows.</summary>
internal sealed record FundingCellRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    DateOnly? ValidAt,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    string? Source,
    string? SourceName,
    FundingChannel? Channel,
    int? Programs,
    int? Active,
    decimal? EstimatedCost,
    decimal? FundingGap,
    decimal Asked,
    decimal Granted,
    int WaitingRequests,
    decimal WaitingAmount,
    decimal Proposed,
    decimal Indicative,
    decimal Ceiling,
    decimal Allocated,
    decimal Realised,
    decimal Released,
    decimal AllocatedUnconsolidated,
    decimal RealisedUnconsolidated,
    decimal Forecast
)
{
    internal static IEnumerable<FundingCellRow> Of(FundingView view) =>
        from cell in view.Cells
        let source = FundingSource.Find(cell.Source ?? "")
        let figures = cell.Figures
        select new FundingCellRow(
            view.Plan.Id,
            view.Position,
            view.AsOf,
            view.ValidAt,
            cell.Government,
            CodeNames.OfGovernment(cell.Government),
            cell.Priority,
            CodeNames.OfPriority(cell.Priority),
            cell.Source,
            source?.Name,
            source?.Channel,
            figures.Programs,
            figures.Active,
            figures.EstimatedCost,
            figures.FundingGap,
            figures.Apbn.Requested,
            figures.Apbn.Granted,
            figures.Waiting.Requests,
            figures.Waiting.Amount,
            figures.Consolidated.Proposed,
            figures.Consolidated.Indicative,
            figures.Consolidated.Ceiling,
            figures.Consolidated.Allocated,
            figures.Consolidated.Realised,
            figures.Consolidated.Released,
            figures.Unconsolidated.Allocated,
            figures.Unconsolidated.Realised,
            figures.Absorption.Forecast
        );
}
