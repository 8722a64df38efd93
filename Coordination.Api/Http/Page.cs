using System.Globalization;
using Coordination.Api.Tables;

namespace Coordination.Api.Http;

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the next one, or none.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is asked for.</summary>
internal sealed record PageRequest(int Limit, Cursor? Cursor)
{
    /// <summary>All rows, from the first.</summary>
    internal static PageRequest Whole { get; } = new(WholeList, null);

    internal bool IsWholeList => Limit == WholeList;

    internal const int Most = 200;
    private const int Usual = 50;

    /// <summary>One more than so many can still be asked for.</summary>
    private const int WholeList = int.MaxValue - 1;

    /// <summary>
    /// Reads <c>limit</c> and <c>cursor</c>; a cursor of another filter is refused. A table comes in pages only when a limit is named: who
    /// opens a sheet takes it for the whole.
    /// </summary>
    internal static (PageRequest? Page, Problem? Problem) Of(
        HttpContext http,
        string? limit,
        string? cursor,
        string filter
    )
    {
        var size = limit is null && cursor is null && Table.IsWanted(http) ? WholeList : Usual;
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
            : (null, ForgedCursor());
    }

    internal static Problem ForgedCursor() =>
        Problem.Malformed("cursor", $"The cursor is not one that this list, with this filter, has given.");
}
