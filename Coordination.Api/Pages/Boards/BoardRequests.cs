using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Pages.Boards;

/// <summary><c>/</c>: the board of a plan, now or at the end of a day; <c>/board.csv</c> and <c>/board.xlsx</c> have its cells.</summary>
internal static class BoardRequests
{
    internal static async Task<IResult> GetAsync(
        string? plan,
        string? asOf,
        BoardReader boards,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var plans = await states.PlansAsync(cancellation);
        // A form that is sent with an empty date asks for today.
        var day = string.IsNullOrWhiteSpace(asOf) ? null : asOf.Trim();
        var chosen = plan ?? (plans.Count > 0 ? plans[0].Id : null);
        var asked = new BoardModel(plans, chosen, day);
        if (chosen is null)
            return Show.Page<BoardPage>(new { Model = asked });
        var (board, problem) = await ReadAsync(chosen, day, boards, cancellation);
        if (problem is null)
            return Show.Page<BoardPage>(new { Model = asked with { Board = board } });
        // What is wrong with the day is said beside it, and so is a day before the plan; the rest is no page of a board.
        var isOfDay = problem.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity;
        if (isOfDay)
            asked = asked with { Errors = FieldErrors.Of(problem, Language.Of(http)) };
        else if (problem.Status != StatusCodes.Status404NotFound || plans.All(known => known.Id != chosen))
            return problem.ToResult();
        return Show.Page<BoardPage>(new { Model = asked }, problem.Status);
    }

    internal static async Task<IResult> GetTableAsync(
        string plan,
        string? asOf,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (board, problem) = await ReadAsync(plan, asOf, boards, cancellation);
        if (problem is not null)
            return problem.ToResult();
        return Table.Answer(http, Table.FormatOfPath(http), $"{plan}-{board!.AsOf:yyyy-MM-dd}", CellRow.Of(board));
    }

    private static async Task<(Board? Board, Problem? Problem)> ReadAsync(
        string plan,
        string? asOf,
        BoardReader boards,
        CancellationToken cancellation
    )
    {
        var (answer, problem) = await boards.ReadAsync(plan, new(asOf, null, null, null), _ => false, cancellation);
        return problem is not null
            ? (null, problem)
            : (JsonSerializer.Deserialize<Board>(answer!.Body, CanonicalJson.Options), null);
    }
}
