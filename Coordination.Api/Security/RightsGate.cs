using System.Diagnostics.CodeAnalysis;
using Coordination.Api.Http;
using Microsoft.AspNetCore.Authorization;

namespace Coordination.Api.Security;

/// <summary>
/// Stands before every operation: who is not signed in, or has no role that allows it anywhere, goes no further, and the body is not read.
/// For which government is judged with the command, where its government is known.
/// </summary>
internal static partial class RightsGate
{
    internal static void UseRights(this WebApplication app)
    {
        var isReadingPublic = app.Configuration.GetValue("Coordination:PublicReading", false);
        app.Use(
            (http, next) =>
            {
                if (Refuse(http, isReadingPublic) is not { } problem)
                    return next(http);
                if (problem.Status == StatusCodes.Status403Forbidden)
                    LogRefused(app.Logger, http.Request.Method, http.Request.Path, problem.Detail);
                return problem.ToResult().ExecuteAsync(http);
            }
        );
    }

    /// <summary>Everything that answers but what says itself that it is open.</summary>
    internal static bool IsGuarded([NotNullWhen(true)] Endpoint? endpoint) =>
        endpoint is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static Problem? Refuse(HttpContext http, bool isReadingPublic)
    {
        var endpoint = http.GetEndpoint();
        if (!IsGuarded(endpoint))
            return null;
        var caller = Caller.Of(http);
        // A token that does not hold is never quietly taken for none.
        var isTokenRefused = !caller.IsSignedIn && http.Request.Headers.Authorization.ToString().Length > 0;
        // What is no route answers that a method or a kind of body does not fit.
        if (endpoint is not RouteEndpoint)
            return caller.IsSignedIn ? null : Problem.NotSignedIn(isTokenRefused);
        var operation = OperationOf(endpoint) ?? "";
        var problem = Rights.Refuse(caller, operation, isReadingPublic && !isTokenRefused);
        return problem is { Status: StatusCodes.Status401Unauthorized } ? Problem.NotSignedIn(isTokenRefused) : problem;
    }

    /// <summary>What an endpoint carries out, or shows the page of.</summary>
    internal static string? OperationOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageOf>()?.Operation
        ?? endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} was refused: {Detail}")]
    private static partial void LogRefused(ILogger logger, string method, string path, string detail);
}
