using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Api.Plans;

/// <summary><c>GET /api/plans</c>: a province has one plan a year, so the list is read from the plans' own streams.</summary>
internal static class ListPlans
{
    internal static async Task<IResult> GetAsync(
        string? limit,
        string? cursor,
        HttpContext http,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        var (page, problem) = PageRequest.Of(limit, cursor, "plans");
        if (problem is not null)
            return problem.ToResult();
        var position = page!.Cursor?.Position ?? long.MaxValue;
        var plans = await ReadAsync(page, position, dataSource, cancellation);
        var last = plans.Count > page.Limit ? plans[page.Limit - 1] : null;
        // Later pages keep to what the first has seen.
        var seen = position == long.MaxValue && plans.Count > 0 ? plans.Max(plan => plan.Position) : position;
        var next = last is null ? null : new Cursor(last.Id, null, seen, "plans").Encode();
        var tag = Answers.Tag(seen, page.Limit, page.Cursor?.After ?? "");
        return Answers.Page(http, plans.Take(page.Limit), next, tag, plan => plan, PlanRow.Of);
    }

    private static async Task<List<PlanView>> ReadAsync(
        PageRequest page,
        long position,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and stream_id in (
                select id from {StoreSetup.Schema}.mt_streams where id > $2 and id like 'plan-%' order by id limit $3)
            order by stream_id, seq_id
            """
        );
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = StreamKeys.Plan(page.Cursor?.After ?? "") });
        command.Parameters.Add(new() { Value = page.Limit + 1 });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return
        [
            .. events
                .GroupBy(stored => stored.Stream)
                .Select(stream => PlanView.Of(stream.ToPlan()!, stream.Count(), stream.Last().Position)),
        ];
    }
}
