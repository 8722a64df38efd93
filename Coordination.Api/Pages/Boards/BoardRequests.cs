using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

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
        // The same rupiah can be at stake in several findings of the same programs: they stand as one.
        var top = waiting
            .Where(finding => finding.AtStake > 0)
            .GroupBy(finding => string.Join(' ', finding.Programs), StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(finding => finding.AtStake).ToList())
            .OrderByDescending(group => group[0].AtStake)
            .Take(Top)
            .Select(group => new TopFinding(
                group[0],
                [.. group.Skip(1).Select(finding => finding.Kind).Except([group[0].Kind])]
            ))
            .ToList();
        return new(
            found.ToBoard(),
            top,
            waiting.Count,
            waiting.Count(finding => finding.Severity == FindingSeverity.High),
            await states.TitlesAsync(top.SelectMany(one => one.Finding.Programs), cancellation)
        );
    }
}
