using Coordination.Api.Commands;
using Coordination.Api.EventStore;

namespace Coordination.Api.Http;

/// <summary>What a command is answered with: the new state, its version as <c>ETag</c>, and where it lies when it is new.</summary>
internal static class CommandAnswers
{
    internal static IResult ToAnswer<TState>(
        this CommandResult<TState> result,
        HttpContext http,
        Func<Accepted<TState>, (string Location, object View)> show
    )
        where TState : class
    {
        if (result.Problem is { } problem)
            return problem.ToResult();
        var accepted = result.Accepted!;
        var (location, view) = show(accepted);
        http.Response.Headers.ETag = $"\"{accepted.Version}\"";
        if (accepted.IsCreated)
            http.Response.Headers.Location = location;
        return Results.Json(
            view,
            CanonicalJson.Options,
            statusCode: accepted.IsCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK
        );
    }
}
