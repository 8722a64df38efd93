using System.Globalization;
using System.Text;

namespace Coordination.Api.Http;

/// <summary>Where a list goes on: after a key, at a position, under the same filter. Opaque to callers.</summary>
internal sealed record Cursor(string After, long Position, string Filter)
{
    internal string Encode() =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes($"{Position}\n{After}\n{Filter}"))
            .Replace('+', '-')
            .Replace('/', '_');

    internal static Cursor? Decode(string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
            var parts = Encoding.UTF8.GetString(bytes).Split('\n', 3);
            return
                parts.Length == 3
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                && !parts[1].Contains('\0', StringComparison.Ordinal)
                ? new(parts[1], position, parts[2])
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the next one, or none.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is asked for.</summary>
internal sealed record PageRequest(int Limit, Cursor? Cursor)
{
    internal const int Most = 200;
    private const int Usual = 50;

    /// <summary>Reads <c>limit</c> and <c>cursor</c>; a cursor of another filter is refused.</summary>
    internal static (PageRequest? Page, Problem? Problem) Of(string? limit, string? cursor, string filter)
    {
        var size = Usual;
        if (
            limit is not null
            && (
                !int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > Most
            )
        )
            return (null, Problem.Malformed("limit", $"'{limit}' is not a whole number from 1 to {Most}."));
        if (cursor is null)
            return (new(size, null), null);
        return Cursor.Decode(cursor) is { } decoded && decoded.Filter == filter
            ? (new(size, decoded), null)
            : (null, Problem.Malformed("cursor", "The cursor is not one that this list, with this filter, has given."));
    }
}
