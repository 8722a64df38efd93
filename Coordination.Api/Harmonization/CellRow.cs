using Coordination.Domain.Harmonization;
using Coordination.Domain.Reference;

namespace Coordination.Api.Harmonization;

/// <summary>A cell of the board as a row of a table.</summary>
internal sealed record CellRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    string Government,
    string? GovernmentName,
    string Priority,
    string? PriorityName,
    CellState State,
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal? Implementation,
    int Constraints
)
{
    internal static IEnumerable<CellRow> Of(Board board) =>
        board.Cells.Select(cell => new CellRow(
            board.Plan.Id,
            board.Position,
            board.AsOf,
            cell.Government,
            Domain.Reference.Government.Find(cell.Government)?.Name,
            cell.Priority,
            Domain.Reference.Priority.Find(cell.Priority)?.Name,
            cell.State,
            cell.Programs,
            cell.Active,
            cell.Completed,
            cell.EstimatedCost,
            cell.Funded,
            cell.FundingGap,
            cell.Implementation,
            cell.Constraints
        ));
}
