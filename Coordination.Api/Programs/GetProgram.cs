using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary><c>GET /api/programs/{id}</c>: folded from its stream, so that it shows what the last command has left.</summary>
internal static class GetProgram
{
    internal static async Task<IResult> GetAsync(
        string id,
        string? asOf,
        string? position,
        HttpContext http,
        Positions positions,
        EventReader events,
        CancellationToken cancellation
    )
    {
        if (!ProgramNumber.IsWellFormed(id))
            return Problem.UnknownProgram(id).ToResult();
        var (point, problem) = await positions.ResolveAsync(asOf, position, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var history = await events.StreamAsync(StreamKeys.Program(id), point!.Position, cancellation);
        if (history.ToProgram(id) is not { } program)
            return Problem.UnknownProgram(id).ToResult();
        // The tag of the present is the version that If-Match names.
        var tag = point.IsLive ? $"\"{history.Count}\"" : Answers.Tag(history.Count, point.Day.ToString("yyyyMMdd"));
        var view = ProgramView.Of(program, history.Count, history[^1].Position);
        return Answers.Json(http, point.IsLive ? view : view with { AsOf = point.Day }, tag);
    }
}
