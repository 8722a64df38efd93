using System.Net.Sockets;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Coordination.Api.Http;

/// <summary>Turns what is thrown into a problem: a request that cannot be read is 400, a database that is away 503.</summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    /// <summary>
    /// States in which PostgreSQL serves nobody, or not this request now: connection lost (08), no such database or no entry (3D, 28), a
    /// standby (25006), cut for standing idle in a transaction (25P03), out of resources (53), a lock not given in time (55P03), cancelled
    /// by a time limit (57014), shutting down or starting (57P), disk trouble (58).
    /// </summary>
    private static readonly string[] Away = ["08", "25006", "25P03", "28", "3D", "53", "55P03", "57014", "57P", "58"];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        var problem = ProblemOf(exception);
        if (problem is null)
        {
            LogUnexpected(logger, exception, http.Request.Method, http.Request.Path);
            problem = Problem.Of(
                StatusCodes.Status500InternalServerError,
                "unexpected",
                "Something went wrong here.",
                $"The request failed for a reason that is ours; quote {http.TraceIdentifier} when you report it."
            );
        }
        await problem.ToResult().ExecuteAsync(http);
        return true;
    }

    private static Problem? ProblemOf(Exception exception) =>
        exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => UnreadableJson.ToProblem(json),
            BadHttpRequestException bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) =>
                Problem.Malformed("", $"The request needs a body in JSON."),
            BadHttpRequestException bad => Problem.Malformed("", Sentence.Of(bad.Message), bad.StatusCode),
            NewerEventException newer => Problem.NewerVersion(newer.Message),
            _ when IsHeld(exception) => Problem.Held(),
            _ when IsDatabaseAway(exception) => Problem.Unavailable(),
            _ => null,
        };

    internal static bool IsDatabaseAway(Exception exception) =>
        exception switch
        {
            PostgresException postgres => Array.Exists(
                Away,
                state => postgres.SqlState.StartsWith(state, StringComparison.Ordinal)
            ),
            NpgsqlException or SocketException or TimeoutException => true,
            { InnerException: { } inner } => IsDatabaseAway(inner),
            _ => false,
        };

    /// <summary>Whether a lock was not given in time.</summary>
    private static bool IsHeld(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
        is PostgresErrorCodes.LockNotAvailable;

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string path);
}
