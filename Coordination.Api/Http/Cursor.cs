using System.Text;
using System.Text.Json;

namespace Coordination.Api.Http;

/// <summary>Where a list goes on: after an item, at a position, under the same filter. Opaque to callers.</summary>
/// <param name="After">Id of the last item.</param>
/// <param name="Key">What the last item was sorted by, when not by id.</param>
/// <param name="Position">The position that all pages show.</param>
/// <param name="Filter">The filter and order that they share.</param>
internal sealed record Cursor(string After, string? Key, long Position, string Filter)
{
    internal string Encode() =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this)).Replace('+', '-').Replace('/', '_');

    internal static Cursor? Decode(string text)
    {
        try
        {
            var json = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
            var cursor = JsonSerializer.Deserialize<Cursor>(Encoding.UTF8.GetString(json));
            return
                cursor is { After: not null, Filter: not null, Position: >= 0 }
                && !$"{cursor.After}{cursor.Key}".Any(char.IsControl)
                ? cursor
                : null;
        }
        catch (Exception forged) when (forged is FormatException or JsonException)
        {
            return null;
        }
    }
}
