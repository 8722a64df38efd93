using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization;

namespace Coordination.Api.Harmonization;

/// <summary>A part of the board is cut out of the board, so that the two never disagree.</summary>
internal static class BoardPart
{
    internal static async Task<IResult> GetAsync<TView, TRow>(
        string plan,
        BoardQuery query,
        BoardReader boards,
        HttpContext http,
        Func<Board, TView> cut,
        Func<TView, IEnumerable<TRow>> flatten,
        CancellationToken cancellation
    )
    {
        var (answer, problem) = await boards.ReadAsync(
            plan,
            query,
            tag => Answers.Has(http, Table.Tag(http, tag)),
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        if (answer!.Body is null)
            return Answers.NotModified(http, Table.Tag(http, answer.Tag));
        var view = cut(JsonSerializer.Deserialize<Board>(answer.Body, CanonicalJson.Options)!);
        return Table.IsWanted(http)
            ? Table.Answer(http, flatten(view), answer.Tag)
            : Answers.Json(http, view, answer.Tag);
    }
}
