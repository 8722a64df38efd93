using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Harmonization;

/// <summary>
/// <c>GET /api/plans/{plan}/findings</c>: what matters most first. All pages of one list are of one position and day, which the cursor
/// carries.
/// </summary>
internal static class ListFindings
{
    internal const string Description =
        "Lists what a coordination meeting should know of a plan, by severity, money at stake and id: what it is concluded from, what is at "
        + "stake, and what to do about it. `status` is `open`, `accepted`, or `changed`: accepted, and what it was concluded from has changed "
        + "since. Pairs of programs that were declared as parts of one thing are listed only when `grade=complementary` asks for them. Now, or "
        + "as of the end of a day in Jakarta or a moment in UTC (`asOf`), or at a `position`; with both, the position selects the events and "
        + "`asOf` the evaluation day. `atLeast` waits up to two seconds for a position.";

    internal static async Task<IResult> GetAsync(
        string plan,
        [AsParameters] FindingFilter filter,
        [AsParameters] BoardQuery query,
        string? limit,
        string? cursor,
        BoardReader boards,
        FindingsReader findings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (filter.Fault(plan) is { } fault)
            return fault.ToResult();
        var fingerprint = $"{filter.Fingerprint} {query.AsOf} {query.Position}";
        var (page, problem) = PageRequest.Of(http, limit, cursor, fingerprint);
        if (problem is not null)
            return problem.ToResult();
        (var point, problem) = page!.Cursor is { } from
            ? DayCursor.PointOf(from, from.Key)
            : await boards.PointAsync(plan, query, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var part = Answers.Digest($"{page.Cursor?.After} {page.Limit} {fingerprint}");
        string TagOf(string tag) => Answers.Tag(tag.Trim('"'), part);
        string Sent(string tag) => Table.Tag(http, TagOf(tag));
        (var found, var ofAll, problem) = await findings.ReadAsync(
            plan,
            point!,
            tag => Answers.Has(http, Sent(tag)),
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        if (found is null)
            return Answers.NotModified(http, Sent(ofAll));
        var (items, next) = Cut(found, filter, page, fingerprint);
        return items is null
            ? PageRequest.ForgedCursor().ToResult()
            : Answers.Page(http, items, next, TagOf(ofAll), finding => finding, one => FindingRow.Of(one, found));
    }

    /// <summary>The page's findings, and the next page's cursor; none when the cursor is of no finding of its position.</summary>
    private static (List<Finding>? Items, string? Next) Cut(
        FoundPlan found,
        FindingFilter filter,
        PageRequest page,
        string fingerprint
    )
    {
        var all = found.InOrder.Where(filter.Holds).ToList();
        var start = page.Cursor is { } cursor ? all.FindIndex(finding => finding.Id == cursor.After) + 1 : 0;
        if (page.Cursor is not null && (start == 0 || found.State.Position != page.Cursor.Position))
            return (null, null);
        var items = all.Skip(start).Take(page.Limit).ToList();
        var next =
            start + items.Count < all.Count
                ? new Cursor(items[^1].Id, DayCursor.KeyOf(found.Day), found.State.Position, fingerprint).Encode()
                : null;
        return (items, next);
    }
}
