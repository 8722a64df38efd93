using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/board</c>; <c>/harmonization</c> is the whole view, which so far is the board.</summary>
internal static class GetBoard
{
    internal static async Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (answer, problem) = await boards.ReadAsync(plan, query, tag => Answers.Has(http, tag), cancellation);
        if (problem is not null)
            return problem.ToResult();
        return answer!.Body is null || Answers.Has(http, answer.Tag)
            ? Answers.NotModified(http, answer.Tag)
            : Answers.Bytes(http, answer.Body, answer.Tag);
    }
}

/// <summary><c>GET /api/plans/{plan}/implementation</c>.</summary>
internal static class GetImplementation
{
    internal static Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    ) => BoardPart.GetAsync(plan, query, boards, http, ImplementationView.Of, cancellation);
}

/// <summary><c>GET /api/plans/{plan}/constraints</c>.</summary>
internal static class GetConstraints
{
    internal static Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    ) => BoardPart.GetAsync(plan, query, boards, http, ConstraintsView.Of, cancellation);
}

/// <summary>A part of the board is cut out of the board, so that the two never disagree.</summary>
internal static class BoardPart
{
    internal static async Task<IResult> GetAsync<T>(
        string plan,
        BoardQuery query,
        BoardReader boards,
        HttpContext http,
        Func<Board, T> cut,
        CancellationToken cancellation
    )
    {
        var (answer, problem) = await boards.ReadAsync(plan, query, tag => Answers.Has(http, tag), cancellation);
        if (problem is not null)
            return problem.ToResult();
        if (answer!.Body is null)
            return Answers.NotModified(http, answer.Tag);
        var board = JsonSerializer.Deserialize<Board>(answer.Body, CanonicalJson.Options)!;
        return Answers.Json(http, cut(board), answer.Tag);
    }
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
