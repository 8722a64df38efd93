using Coordination.Api.Http;
using Coordination.Api.Tables;

namespace Coordination.Api.Programs;

/// <summary><c>GET /api/programs</c>: by id, and all pages of one list at one position.</summary>
internal static class ListPrograms
{
    internal static async Task<IResult> GetAsync(
        [AsParameters] ProgramFilter filter,
        string? limit,
        string? cursor,
        string? atLeast,
        HttpContext http,
        ProgramListReader programs,
        ViewPoints points,
        CancellationToken cancellation
    )
    {
        var (page, problem) = ProgramListReader.Asked(filter, http, limit, cursor);
        problem ??= await points.AwaitAsync(atLeast, cancellation);
        if (problem is not null)
            return problem.ToResult();
        await using var list = await programs.OpenAsync(filter, page!, cancellation);
        if (list is null)
            return PageRequest.ForgedCursor().ToResult();
        var tag = Answers.Tag(list.Position, page!.Limit, Answers.Digest($"{page.Cursor?.After} {filter.Fingerprint}"));
        if (page.IsWholeList)
            return await Table.AnswerAsync(http, list.Programs(cancellation).Select(ProgramRow.Of), tag);
        var (items, next) = await list.PageAsync(cancellation);
        return Answers.Page(http, items, next, tag, ProgramView.Of, ProgramRow.Of);
    }
}
