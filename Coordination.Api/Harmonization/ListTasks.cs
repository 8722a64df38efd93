using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Api.Tables;
using Coordination.Domain.Tasks;

namespace Coordination.Api.Harmonization;

/// <summary>
/// <c>GET /api/plans/{plan}/tasks</c>: what waits. All pages of one list are of one position and day, which the cursor carries.
/// </summary>
internal static class ListTasks
{
    internal const string Description =
        "Lists what waits for the governments of a plan, or for one (`government`), with what to do next: overdue programs; constraints that "
        + "block; progress reports that are due (30 days after the last, or after the start); requests for APBN support without a decision; "
        + "programs that earlier plans have deferred to this year and that are not proposed anew under the same title; follow-ups of meetings "
        + "that are not seen to be done; and findings that are not accepted, once for each government. By kind, what has waited longest "
        + "first. A closed plan has none but follow-ups. Now, or as of the end of "
        + "a day in Jakarta or a moment in UTC (`asOf`), or at a `position`; with both, the position selects the events and `asOf` the "
        + "evaluation day. `atLeast` waits up to two seconds for a position.";

    private const string Live = " live";

    internal static async Task<IResult> GetAsync(
        string plan,
        string? government,
        [AsParameters] BoardQuery query,
        string? limit,
        string? cursor,
        BoardReader boards,
        FindingsReader findings,
        PlanStates states,
        EventReader events,
        DeferredPrograms deferred,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (KnownCodes.OfGovernment(plan, government) is { } unknown)
            return unknown.ToResult();
        var filter = $"{government} {query.AsOf} {query.Position}";
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter);
        if (problem is not null)
            return problem.ToResult();
        var isLive = page!.Cursor is { } first
            ? first.Key?.EndsWith(Live, StringComparison.Ordinal) == true
            : query is { AsOf: null, Position: null };
        (var point, problem) = page.Cursor is { } from
            ? DayCursor.PointOf(from, from.Key?.Replace(Live, "", StringComparison.Ordinal))
            : await boards.PointAsync(plan, query, cancellation);
        if (problem is not null)
            return problem.ToResult();

        (var found, _, problem) = await findings.ReadAsync(plan, point!, _ => false, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var (position, day) = (found!.State.Position, found.Day);
        if (page.Cursor is { } given && given.Position != position)
            return PageRequest.ForgedCursor().ToResult();
        // The present has no end: an earlier plan may have deferred a program after the last event of this one.
        var proposals = await deferred.ToAsync(
            found.State.Plan,
            isLive ? long.MaxValue : point!.Position,
            cancellation
        );
        var tag = Answers.Tag(
            position,
            day.ToString("yyyyMMdd"),
            Answers.Digest($"{page} {filter} {string.Join(' ', proposals)}")
        );
        if (Answers.Has(http, Table.Tag(http, tag)))
            return Answers.NotModified(http, Table.Tag(http, tag));
        var state = await states.ReadAsync(plan, position, isLive: false, withPrograms: true, cancellation);
        var tasks = TaskMaker
            .Make(
                state!.Plan,
                state.Programs,
                found.Findings,
                await events.MeetingsAsync(plan, position, cancellation),
                proposals,
                day
            )
            .Where(task => government is null || task.Government == government)
            .ToList();
        var start = page.Cursor is { } after ? tasks.FindIndex(task => task.Id == after.After) + 1 : 0;
        if (page.Cursor is not null && start == 0)
            return PageRequest.ForgedCursor().ToResult();
        var items = tasks.Skip(start).Take(page.Limit).ToList();
        var key = DayCursor.KeyOf(day) + (isLive ? Live : "");
        var next = start + items.Count < tasks.Count ? new Cursor(items[^1].Id, key, position, filter).Encode() : null;
        return Answers.Page(http, items, next, tag, task => task, task => TaskRow.Of(task, plan, position, day));
    }
}
