using Coordination.Api.Http;

namespace Coordination.Api.Programs;

/// <summary><c>GET /api/programs/{id}</c>: folded from its stream, so that it shows what the last command has left.</summary>
internal static class GetProgram
{
    internal static async Task<IResult> GetAsync(
        string id,
        string? asOf,
        string? position,
        HttpContext http,
        ViewPoints points,
        ProgramReader programs,
        CancellationToken cancellation
    )
    {
        var (point, problem) = await points.ResolveAsync(asOf, position, cancellation);
        if (problem is not null)
            return problem.ToResult();
        if (await programs.FindAsync(id, point!.Position, cancellation) is not { } found)
            return Problem.UnknownProgram(id).ToResult();
        // The tag of the present is the version that If-Match names.
        var tag = point.IsLive ? $"\"{found.Version}\"" : Answers.Tag(found.Version, point.Day.ToString("yyyyMMdd"));
        var view = ProgramView.Of(found);
        return Answers.Json(http, point.IsLive ? view : view with { AsOf = point.Day }, tag);
    }
}
