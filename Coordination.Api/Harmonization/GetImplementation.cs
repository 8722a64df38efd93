using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/implementation</c>.</summary>
internal static class GetImplementation
{
    internal static Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    ) => BoardPart.GetAsync(plan, query, boards, http, ImplementationView.Of, ImplementationTableRow.Of, cancellation);
}

/// <summary>How far a plan is implemented.</summary>
internal sealed record ImplementationView(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    Implementation Implementation,
    IReadOnlyList<ImplementationRow> Governments
)
{
    internal static ImplementationView Of(Board board) =>
        new(
            board.Plan,
            board.Position,
            board.AsOf,
            board.Implementation,
            [
                .. board.Governments.Select(row => new ImplementationRow(
                    row.Code,
                    row.Name,
                    row.Active,
                    row.Completed,
                    row.Implementation
                )),
            ]
        );
}

/// <summary>A government's implementation.</summary>
internal sealed record ImplementationRow(
    string Code,
    string Name,
    int Active,
    int Completed,
    GovernmentImplementation Implementation
);

/// <summary>A government's implementation as a row of a table.</summary>
internal sealed record ImplementationTableRow(
    string Government,
    string GovernmentName,
    int Active,
    int Completed,
    decimal? Rate,
    bool Met,
    decimal? Completion,
    decimal? CompletionByCost,
    decimal? Maturity,
    decimal? Indicators
)
{
    internal static IEnumerable<ImplementationTableRow> Of(ImplementationView view) =>
        view.Governments.Select(row => new ImplementationTableRow(
            row.Code,
            row.Name,
            row.Active,
            row.Completed,
            row.Implementation.Rate,
            row.Implementation.Met,
            row.Implementation.Definitions.Completion,
            row.Implementation.Definitions.CompletionByCost,
            row.Implementation.Definitions.Maturity,
            row.Implementation.Definitions.Indicators
        ));
}
