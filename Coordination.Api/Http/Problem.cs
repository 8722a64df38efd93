using Coordination.Api.EventStore;
using Coordination.Domain;

namespace Coordination.Api.Http;

/// <summary>One thing that is wrong.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Field">Path of the field, camelCase; empty when it is none.</param>
/// <param name="Detail">A whole sentence.</param>
internal sealed record ProblemError(string Code, string Field, Sentence Detail);

/// <summary>A refused request as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Type"><c>urn:coordination:problem:…</c>, stable.</param>
/// <param name="Title">What kind of problem.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">A whole sentence.</param>
/// <param name="Errors">Everything that is wrong.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyList<ProblemError> Errors)
{
    internal static Problem Of(int status, string code, string title, string detail, params ProblemError[] errors) =>
        new($"urn:coordination:problem:{code}", title, status, detail, errors);

    internal static Problem Malformed(string field, Sentence detail, int status = StatusCodes.Status400BadRequest) =>
        Of(status, "malformed", "The request cannot be read.", detail, new ProblemError("malformed", field, detail));

    internal static Problem Malformed(string detail, IEnumerable<string> missing) =>
        Malformed("", Sentence.Of(detail)) with
        {
            Errors =
            [
                .. missing.Select(field => new ProblemError(
                    "missing",
                    field,
                    $"'{new Word("field", field)}' is missing."
                )),
            ],
        };

    internal static Problem NotSignedIn(bool isTokenRefused = false) =>
        Of(
            StatusCodes.Status401Unauthorized,
            "not-signed-in",
            "Sign in first.",
            isTokenRefused
                ? "The token is unknown, has ended, or is not for this service: sign in again."
                : "Send 'Authorization: Bearer <token>' with a token that has not ended."
        ) with
        {
            Challenge = isTokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer",
        };

    internal static Problem SignInRefused() =>
        Of(
            StatusCodes.Status401Unauthorized,
            "sign-in-refused",
            "The sign-in is refused.",
            "Name or password is wrong, or the account is not active or blocked for some minutes after too many failures."
        ) with
        {
            Challenge = "Bearer",
        };

    internal static Problem NotAllowed(string detail) =>
        Of(StatusCodes.Status403Forbidden, "not-allowed", "The account may not do that.", detail);

    internal static Problem PasswordToChange() =>
        Of(
            StatusCodes.Status403Forbidden,
            "password-to-change",
            "The password is a temporary one.",
            "Change it before anything else: POST /api/me/password."
        );

    internal bool IsPasswordToChange => Type == PasswordToChange().Type;

    internal static Problem UncheckedForm() =>
        Of(
            StatusCodes.Status400BadRequest,
            "unchecked-form",
            "The form cannot be checked.",
            "It is not known to come from a page of this service: cookies are needed, and TLS but on this machine."
        );

    internal static Problem SignInFailed() =>
        Of(
            StatusCodes.Status400BadRequest,
            "sign-in-failed",
            "The sign-in has failed.",
            "What the provider answered does not fit what it was asked, or it refused. Start the sign-in again."
        );

    internal static Problem ProviderAway() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "provider-away",
            "The provider is away.",
            "The provider that vouches for accounts does not answer. Try again in a moment."
        );

    internal static Problem TooMany(string detail, TimeSpan retryAfter) =>
        Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests.", detail) with
        {
            RetryAfter = retryAfter,
        };

    internal static Problem TooManyStreams() =>
        TooMany(
            "This account has as many streams open as it may; close one, or come again when one has ended.",
            StreamPause
        );

    internal static Problem NoStreamFree() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "Too many streams are open.",
            "As many streams are open here as there may be. Come again when one has ended."
        ) with
        {
            RetryAfter = StreamPause,
        };

    internal static Problem VerificationRuns() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "A verification is running.",
            "It reads every event, so there is one at a time. Come again when it has ended."
        ) with
        {
            RetryAfter = StreamPause,
        };

    internal static Problem Unknown(string detail) =>
        Of(StatusCodes.Status404NotFound, "unknown", "What the path names does not exist.", detail);

    internal static Problem UnknownPlan(string id) =>
        Unknown($"There is no plan '{id}', or there was none at that point.");

    internal static Problem UnknownProgram(string id) =>
        Unknown($"There is no program '{id}', or there was none at that point.");

    internal static Problem UnknownAssessment(string id) =>
        Unknown($"There is no assessment '{id}', or there was none at that point.");

    internal static Problem Stale(long expected, long current) =>
        Of(
            StatusCodes.Status412PreconditionFailed,
            "stale-version",
            "What you saw has changed.",
            $"If-Match names version {expected}; the current version is {current}. Read it again and decide anew."
        );

    internal static Problem KeyReused() =>
        Of(
            StatusCodes.Status422UnprocessableEntity,
            "idempotency-key-reused",
            "The idempotency key belongs to another request.",
            "This Idempotency-Key was accepted with another body; use a new key for a new command."
        );

    internal static Problem LostRace() =>
        Of(
            StatusCodes.Status409Conflict,
            "lost-race",
            "Others were faster, again and again.",
            "The subject kept changing while the command was decided; nothing was stored. Send it again."
        );

    internal static Problem NotYet(string awaited) =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "not-yet",
            "The view is behind.",
            $"The view has not reached {awaited} within two seconds; ask again."
        );

    /// <summary>A stream is open for minutes or hours.</summary>
    private static readonly TimeSpan StreamPause = TimeSpan.FromSeconds(30);

    internal static Problem Unavailable() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "unavailable",
            "The database is away.",
            "The database does not answer. Send the request again: with the same Idempotency-Key it is carried out once."
        );

    /// <summary>Another node, or this one once it is upgraded, can answer.</summary>
    internal static Problem NewerVersion(string what) =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "newer-version",
            "This node is older than what is stored.",
            $"{what} Nothing was stored; upgrade this node, or ask one that is."
        );

    internal static Problem Busy() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "Too many commands are waiting.",
            "The command has not had its turn and nothing was stored. Send it again."
        );

    internal static Problem Held() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "What the command changes is held.",
            $"Another transaction has held it for {StoreSetup.LongestLockWait.TotalSeconds:0} seconds. Nothing was stored; send the request again."
        );

    /// <summary>Every broken rule; the status is that of the first kind that occurs: unknown, stage, rule.</summary>
    internal static Problem Refused(IReadOnlyList<Rejection> rejections)
    {
        var (status, code, title) = rejections.Min(rejection => rejection.Kind) switch
        {
            RejectionKind.Unknown => (StatusCodes.Status404NotFound, "unknown", "What the path names does not exist."),
            RejectionKind.Stage => (
                StatusCodes.Status409Conflict,
                "wrong-stage",
                "The stage does not allow the command."
            ),
            _ => (StatusCodes.Status422UnprocessableEntity, "rule-refused", "A rule refuses the command."),
        };
        return Of(
            status,
            code,
            title,
            string.Join(' ', rejections.Select(rejection => rejection.Detail.ToString())),
            [.. rejections.Select(rejection => new ProblemError(rejection.Code, rejection.Field, rejection.Detail))]
        );
    }

    /// <summary>When one that passes is worth asking again: 503 in a second, long enough to recover, short enough for who waits.</summary>
    internal TimeSpan? RetryAfter { get; private init; } =
        Status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(1) : null;

    /// <summary>How to sign in, where that is missing.</summary>
    internal string? Challenge { get; private init; }

    internal IResult ToResult() => new Answer(this);

    internal const string ContentType = "application/problem+json";

    private sealed class Answer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            if (problem.RetryAfter is { } pause)
                headers.RetryAfter = $"{Math.Max(1, Math.Ceiling(pause.TotalSeconds)):0}";
            if (httpContext.RequestServices.GetService<IProblemPage>() is { } page && page.IsWanted(httpContext))
                return page.ShowAsync(httpContext, problem);
            if (problem.Challenge is { } challenge)
                headers.WWWAuthenticate = challenge;
            return Results
                .Json(problem, contentType: ContentType, statusCode: problem.Status)
                .ExecuteAsync(httpContext);
        }
    }
}
