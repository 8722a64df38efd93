using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization;

/// <summary>The whole harmonization view of a plan: its board, and its findings.</summary>
/// <param name="Plan">As on the board.</param>
/// <param name="Position">As on the board.</param>
/// <param name="AsOf">As on the board.</param>
/// <param name="Totals">As on the board.</param>
/// <param name="Implementation">As on the board.</param>
/// <param name="Governments">As on the board.</param>
/// <param name="Cells">As on the board.</param>
/// <param name="Findings">What matters most first; not those that were declared as parts of one thing.</param>
public sealed record HarmonizationView(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    Totals Totals,
    Implementation Implementation,
    IReadOnlyList<GovernmentRow> Governments,
    IReadOnlyList<BoardCell> Cells,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>The board and the findings beside each other.</summary>
    /// <param name="board">The board.</param>
    /// <param name="inOrder">The findings of the same plan, point and day.</param>
    public static HarmonizationView Of(Board board, IEnumerable<Finding> inOrder) =>
        new(
            board.Plan,
            board.Position,
            board.AsOf,
            board.Totals,
            board.Implementation,
            board.Governments,
            board.Cells,
            [.. inOrder.Where(finding => finding.Grade != Overlaps.OverlapGrade.Complementary)]
        );
}
