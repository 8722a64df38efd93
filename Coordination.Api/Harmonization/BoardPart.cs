using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Harmonization;

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
