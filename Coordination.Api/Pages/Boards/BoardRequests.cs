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
    /// <summary>As many findings as fit beside the rest.</summary>
    private const int Top = 5;

    internal static Task<IResult> GetAsync(
        FindingsReader findings,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        PlanPages.ShowAsync<BoardPage, BoardView>(
            http,
            async (plan, day) =>
            {
                var (found, _, problem) = await findings.ReadAsync(plan, BoardQuery.Of(day), _ => false, cancellation);
                return problem is null ? (await ViewAsync(found!, states, cancellation), null) : (null, problem);
            }
        );

    internal static async Task<IResult> GetTableAsync(
        string plan,
        string? asOf,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var day = string.IsNullOrWhiteSpace(asOf) ? null : asOf;
        var (answer, problem) = await boards.ReadAsync(plan, BoardQuery.Of(day), _ => false, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var board = JsonSerializer.Deserialize<Board>(answer!.Body, CanonicalJson.Options)!;
        return Table.Answer(http, Table.FormatOfPath(http), $"{plan}-{board.AsOf:yyyy-MM-dd}", CellRow.Of(board));
    }

    private static async Task<BoardView> ViewAsync(FoundPlan found, PlanStates states, CancellationToken cancellation)
    {
        var waiting = found.InOrder.Where(finding => finding.IsWaiting).ToList();
        var top = waiting
            .Where(finding => finding.AtStake > 0)
            .OrderByDescending(finding => finding.AtStake)
            .Take(Top)
            .ToList();
        return new(
            found.ToBoard(),
            top,
            waiting.Count,
            waiting.Sum(finding => finding.AtStake),
            await states.TitlesAsync(top.SelectMany(finding => finding.Programs), cancellation)
        );
    }
}
