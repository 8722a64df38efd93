using System.Globalization;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Reference;

namespace Coordination.Api.Coverage;

/// <summary><c>GET /api/coverage</c>: by location, now or in the past; all pages of one list at one position.</summary>
internal static class ListCoverage
{
    internal static async Task<IResult> GetAsync(
        [AsParameters] CoverageFilter filter,
        string? asOf,
        string? position,
        string? limit,
        string? cursor,
        HttpContext http,
        CoverageReader reader,
        ViewPoints points,
        CancellationToken cancellation
    )
    {
        if (filter.Fault() is { } fault)
            return Problem.Malformed(fault.Field, fault.Detail).ToResult();
        var fingerprint = $"{filter.Fingerprint} {asOf} {position}";
        var (page, problem) = PageRequest.Of(http, limit, cursor, fingerprint);
        if (problem is not null)
            return problem.ToResult();
        (var point, problem) = await points.ResolveAsync(asOf, position, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var last = await reader.LastAsync(point!.Position, cancellation);
        var (from, at) = (page!.Cursor, page.Cursor?.Position ?? last);
        if (PlaceOf(from) is not { } shown || at > last)
            return PageRequest.ForgedCursor().ToResult();
        var tag = Answers.Tag(at, point.Day.ToString("yyyyMMdd"), page.Limit, from?.After ?? "", shown);
        if (Answers.Has(http, Table.Tag(http, tag)))
            return Answers.NotModified(http, Table.Tag(http, tag));

        var rows = await reader
            .ReadAsync(filter, from?.After ?? "", at, point.Day, cancellation)
            .SelectMany(view => CoverageRow.Of(view).Select((row, index) => (Row: row, Place: index + 1)))
            .Where(entry => filter.Shows(entry.Row) && (entry.Row.Location != from?.After || entry.Place > shown))
            .Take(page.Limit + 1)
            .ToListAsync(cancellation);
        var next = rows.Count > page.Limit ? CursorAfter(rows[page.Limit - 1]) : null;
        var items = rows.Take(page.Limit).Select(entry => entry.Row);
        return Table.IsWanted(http)
            ? Answers.Page(http, items, next, tag, row => row, row => row)
            : Answers.Json(http, new CoveragePage(at, point.Day, [.. items], next), tag);

        string CursorAfter((CoverageRow Row, int Place) entry) =>
            new Cursor(entry.Row.Location, $"{entry.Place}", at, fingerprint).Encode();
    }

    /// <summary>How many reports of the cursor's location were shown before; none when it cannot be one of this list's.</summary>
    private static int? PlaceOf(Cursor? cursor) =>
        cursor is null ? 0
        : Location.Find(cursor.After) is not null
        && int.TryParse(cursor.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
        : null;
}

/// <summary>A page of the list, with the point it is of.</summary>
/// <param name="Position">The last report recorded by then.</param>
/// <param name="AsOf">The day on which reports hold or not.</param>
/// <param name="Items">The reports.</param>
/// <param name="Next">The cursor of the next page, or none.</param>
internal sealed record CoveragePage(long Position, DateOnly AsOf, IReadOnlyList<CoverageRow> Items, string? Next);
