using Coordination.Api.Http;

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
        if (await points.AwaitAsync(atLeast, cancellation) is { } late)
            return late.ToResult();
        var (found, problem) = await programs.ReadAsync(filter, limit, cursor, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var tag = Answers.Tag(found!.Position, Answers.Digest($"{limit} {cursor} {filter.Fingerprint}"));
        return Answers.Page(http, found.Items, found.Next, tag, ProgramView.Of, ProgramRow.Of);
    }
}
