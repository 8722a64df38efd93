using Coordination.Api.Http;
using Coordination.Api.Tables;

namespace Coordination.Api.Harmonization;

/// <summary>
/// <c>GET /api/plans/{plan}/board</c>. In JSON the stored bytes are the answer; as a table it is the cells.
/// </summary>
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
        if (Table.IsWanted(http))
            return await BoardPart.GetAsync(plan, query, boards, http, board => board, CellRow.Of, cancellation);
        var (answer, problem) = await boards.ReadAsync(plan, query, tag => Answers.Has(http, tag), cancellation);
        if (problem is not null)
            return problem.ToResult();
        return answer!.Body is null || Answers.Has(http, answer.Tag)
            ? Answers.NotModified(http, answer.Tag)
            : Answers.Bytes(http, answer.Body, answer.Tag);
    }
}
