using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/constraints</c>.</summary>
internal static class GetConstraints
{
    internal static Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    ) => BoardPart.GetAsync(plan, query, boards, http, ConstraintsView.Of, ConstraintsTableRow.Of, cancellation);
}

/// <summary>The open constraints of active programs.</summary>
internal sealed record ConstraintsView(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    ConstraintCounts Totals,
    IReadOnlyList<ConstraintsRow> Governments
)
{
    internal static ConstraintsView Of(Board board) =>
        new(
            board.Plan,
            board.Position,
            board.AsOf,
            board.Governments.Aggregate(default(ConstraintCounts), (sum, row) => sum.Plus(row.Constraints, 1)),
            [.. board.Governments.Select(row => new ConstraintsRow(row.Code, row.Name, row.Constraints))]
        );
}

/// <summary>A government's open constraints.</summary>
internal sealed record ConstraintsRow(string Code, string Name, ConstraintCounts Constraints);

/// <summary>A government's open constraints as a row of a table.</summary>
internal sealed record ConstraintsTableRow(
    string Government,
    string GovernmentName,
    int NetworkInfrastructure,
    int HumanResources,
    int BudgetSupport,
    int Regulation,
    int Other
)
{
    internal static IEnumerable<ConstraintsTableRow> Of(ConstraintsView view) =>
        view.Governments.Select(row => new ConstraintsTableRow(
            row.Code,
            row.Name,
            row.Constraints.NetworkInfrastructure,
            row.Constraints.HumanResources,
            row.Constraints.BudgetSupport,
            row.Constraints.Regulation,
            row.Constraints.Other
        ));
}
