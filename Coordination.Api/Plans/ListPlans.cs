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
        var (page, problem) = PageRequest.Of(http, limit, cursor, "plans");
        if (problem is not null)
            return problem.ToResult();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        var position = page!.Cursor?.Position ?? last;
        if (position > last)
            return PageRequest.ForgedCursor().ToResult();
        var plans = await ReadAsync(page, position, connection, cancellation);
        var next =
            plans.Count > page.Limit ? new Cursor(plans[page.Limit - 1].Id, null, position, "plans").Encode() : null;
        var tag = Answers.Tag(position, page.Limit, page.Cursor?.After ?? "");
        return Answers.Page(http, plans.Take(page.Limit), next, tag, plan => plan, PlanRow.Of);
    }

    private static async Task<List<PlanView>> ReadAsync(
        PageRequest page,
        long position,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {StoredEvent.Columns} from {StoreSetup.Schema}.mt_events
            where seq_id <= $1 and stream_id in (
                select stream_id from {StoreSetup.Schema}.mt_events
                where version = 1 and type = 'plan_opened' and seq_id <= $1 and stream_id > $2
                order by stream_id limit $3)
            order by stream_id, seq_id
            """,
            connection
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
