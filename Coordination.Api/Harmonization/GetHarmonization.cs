using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Harmonization;

/// <summary><c>GET /api/plans/{plan}/harmonization</c>: the board and the findings. As a table it is the board's cells.</summary>
internal static class GetHarmonization
{
    internal static async Task<IResult> GetAsync(
        string plan,
        [AsParameters] BoardQuery query,
        FindingsReader findings,
        BoardReader boards,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (Table.IsWanted(http))
            return await BoardPart.GetAsync(plan, query, boards, http, board => board, CellRow.Of, cancellation);
        var (found, tag, problem) = await findings.ReadAsync(plan, query, t => Answers.Has(http, t), cancellation);
        if (problem is not null)
            return problem.ToResult();
        return found is null
            ? Answers.NotModified(http, tag)
            : Answers.Json(http, HarmonizationView.Of(found.ToBoard(), found.InOrder), tag);
    }
}
