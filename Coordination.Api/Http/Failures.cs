using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Coordination.Api.Http;

/// <summary>Turns what is thrown into a problem: a request that cannot be read is 400, a database that is away 503.</summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
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
            BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } bad => Problem.Malformed(
                "",
                "The body is larger than this service takes.",
                bad.StatusCode
            ),
            BadHttpRequestException bad => Problem.Malformed("", bad.Message, bad.StatusCode),
            _ when IsDatabaseAway(exception) => Problem.Unavailable(),
            _ => null,
        };

    private static Problem OfJson(JsonException json)
    {
        var missing = Missing().Match(json.Message);
        var field = Camel((json.Path ?? "").TrimStart('$').TrimStart('.'));
        if (missing.Success)
            field = (field.Length == 0 ? "" : field + ".") + missing.Groups["name"].Value;
        var detail = missing.Success
            ? $"The body lacks '{field}'."
            : $"The body cannot be read{(field.Length == 0 ? "" : $" at '{field}'")}: {Plain(json.Message)}";
        return Problem.Malformed(field, detail);
    }

    /// <summary>The reader's sentence without names of types, which say nothing to a caller.</summary>
    private static string Plain(string message)
    {
        var sentence = message.Split(" Path: ")[0].Trim();
        if (sentence.Contains("could not be mapped", StringComparison.Ordinal))
            return "this member is not known.";
        if (sentence.Contains("could not be converted", StringComparison.Ordinal))
            return "the value is not of the kind that belongs here.";
        if (
            sentence.Contains("doesn't allow null", StringComparison.Ordinal)
            || sentence.Contains("null values", StringComparison.Ordinal)
        )
            return "a value is needed here, not null.";
        return sentence;
    }

    private static string Camel(string path) =>
        string.Join(
            '.',
            path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..])
        );

    internal static bool IsDatabaseAway(Exception exception) =>
        exception switch
        {
            PostgresException postgres => postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
                || postgres.SqlState.StartsWith("53", StringComparison.Ordinal)
                || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
            NpgsqlException or SocketException or TimeoutException => true,
            { InnerException: { } inner } => IsDatabaseAway(inner),
            _ => false,
        };

    [GeneratedRegex("missing required properties including: '(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string path);
}
