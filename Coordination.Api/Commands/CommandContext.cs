using System.Diagnostics;
using System.Globalization;
using Coordination.Api.Security;

namespace Coordination.Api.Commands;

/// <summary>Who asks, how, and when: what a command carries beside its body.</summary>
internal sealed record CommandContext
{
    internal const int LongestKey = 200;

    internal required Caller Caller { get; init; }

    internal required string Method { get; init; }

    internal required string Path { get; init; }

    /// <summary>Makes repeating the request safe; scoped to account, method and path.</summary>
    internal string? IdempotencyKey { get; init; }

    /// <summary>From <c>If-Match</c>: the version that the caller has seen.</summary>
    internal long? ExpectedVersion { get; init; }

    internal string? CorrelationId { get; init; }

    internal required DateTimeOffset Now { get; init; }

    /// <summary>Whether events are dated with <see cref="Now"/>, not by the database: history that is played in.</summary>
    internal bool IsDated { get; init; }

    /// <summary>The one place where an answered request is known by.</summary>
    internal string? AnswerId =>
        IdempotencyKey is null ? null : $"{Caller.Account}\n{Method}\n{Path}\n{IdempotencyKey}";

    /// <summary>Reads the context off a request; bound by minimal APIs.</summary>
    public static ValueTask<CommandContext?> BindAsync(HttpContext http)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        return ValueTask.FromResult<CommandContext?>(
            new()
            {
                Caller = Caller.Of(http),
                Method = http.Request.Method,
                // Routes do not tell cases or a last slash apart, and neither may the key.
                Path = (http.Request.Path.Value ?? "").TrimEnd('/').ToUpperInvariant(),
                IdempotencyKey = ReadKey(http.Request.Headers["Idempotency-Key"]),
                ExpectedVersion = ReadVersion(http.Request.Headers.IfMatch),
                CorrelationId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
                Now = clock.GetUtcNow(),
            }
        );
    }

    private static string? ReadKey(string? header)
    {
        if (header is null)
            return null;
        return header.Length is > 0 and <= LongestKey && header.All(character => character is > ' ' and <= '~')
            ? header
            : throw new BadHttpRequestException(
                $"The header 'Idempotency-Key' is not 1 to {LongestKey} visible ASCII characters."
            );
    }

    private static long? ReadVersion(string? header)
    {
        if (header is null or "*")
            return null;
        return
            header.Length > 2
            && header[0] == '"'
            && header[^1] == '"'
            && long.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, null, out var version)
            ? version
            : throw new BadHttpRequestException(
                $"The header 'If-Match' is not a version in quotes, as an ETag gives it: \"3\"."
            );
    }
}
