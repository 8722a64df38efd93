using System.Globalization;
using Coordination.Api.Http;
using Coordination.Api.Tables;

namespace Coordination.Api.Audit;

/// <summary><c>GET /api/audit/events</c>: in the order of recording or from the last back; all pages of one list at one position.</summary>
internal static class ListAuditEvents
{
    internal const int MostOfTable = 2_000;

    internal const string Description =
        "Lists events with who recorded each (account, role and the role's government), when, why, and every field that it changed in what "
        + "is shown of its subject, old and new. Filters: `plan`, `government` that an event concerns, `stream` (a program's number, "
        + "`plan-19-2024`, `assessment-19.05-2024`, `coverage-19.05.01.2003`), `account`, `event` (its stored name), `from` and `to`: days in "
        + "Jakarta, both included, or moments in UTC. `sort=-position` begins with the last. As a table it has a row for each changed field. "
        + "Accounts, roles and sign-ins are not events and not listed.";

    internal static async Task<IResult> GetAsync(
        [AsParameters] AuditFilter filter,
        string? limit,
        string? cursor,
        string? atLeast,
        AuditReader reader,
        ViewPoints points,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (filter.Fault() is { } fault)
            return Problem.Malformed(fault.Field, fault.Detail).ToResult();
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter.Fingerprint);
        long? after = null;
        if (page?.Cursor is { } from)
            if (long.TryParse(from.After, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                after = position;
            else
                problem = PageRequest.ForgedCursor();
        problem ??= await points.AwaitAsync(atLeast, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var settled = await reader.SettledAsync(cancellation);
        var upTo = page!.Cursor?.Position ?? settled;
        if (upTo > settled)
            return PageRequest.ForgedCursor().ToResult();
        // The log grows for ever: a table of it comes in large pages, never as a whole.
        var most = page.IsWholeList ? MostOfTable : page.Limit;
        var tag = Answers.Tag(upTo, most, after ?? 0, Answers.Digest(filter.Fingerprint));
        if (Answers.Has(http, Table.Tag(http, tag)))
            return Answers.NotModified(http, Table.Tag(http, tag));

        var found = await reader.ReadAsync(filter, after, upTo, most + 1, cancellation);
        var items = found.Take(most).ToList();
        var next =
            found.Count > most ? new Cursor($"{items[^1].Position}", null, upTo, filter.Fingerprint).Encode() : null;
        return Table.IsWanted(http)
            ? Answers.Page(http, items.SelectMany(AuditRow.Of), next, tag, row => row, row => row)
            : Answers.Page(http, items, next, tag, item => item, item => item);
    }
}
