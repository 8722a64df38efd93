using System.Globalization;

namespace Coordination.Api.Http;

/// <summary>The day that all pages of a list are evaluated for: it stands in the key of their cursors.</summary>
internal static class DayCursor
{
    private const string Format = "yyyy-MM-dd";

    internal static string KeyOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The point that the page before was of, by a cursor and the day in its key.</summary>
    internal static (ViewPoint? Point, Problem? Problem) PointOf(Cursor cursor, string? key) =>
        DateOnly.TryParseExact(key, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (new(cursor.Position, day, IsLive: false), null)
            : (null, PageRequest.ForgedCursor());
}
