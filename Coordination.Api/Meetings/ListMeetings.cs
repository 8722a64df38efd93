using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary><c>GET /api/meetings</c>: by id, read from the meetings' own streams; all pages of one list at one position.</summary>
internal static class ListMeetings
{
    internal static async Task<IResult> GetAsync(
        string? plan,
        string? limit,
        string? cursor,
        HttpContext http,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        var filter = $"meetings {plan}";
        var (page, problem) = PageRequest.Of(http, limit, cursor, filter);
        if (problem is not null)
            return problem.ToResult();
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        var position = page!.Cursor?.Position ?? last;
        if (position > last)
            return PageRequest.ForgedCursor().ToResult();
        var found = await ReadAsync(plan, page, position, connection, cancellation);
        var next =
            found.Count > page.Limit ? new Cursor(found[page.Limit - 1].Id, null, position, filter).Encode() : null;
        var tag = Answers.Tag(position, page.Limit, page.Cursor?.After ?? "", Answers.Digest(filter));
        return Answers.Page(http, found.Take(page.Limit), next, tag, row => row, row => row);
    }

    private static async Task<List<MeetingRow>> ReadAsync(
        string? plan,
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
                where type = 'meeting_scheduled' and version = 1 and seq_id <= $1 and stream_id collate "C" > $2
                    and ($4::text is null or data->>'plan' = $4)
                order by stream_id collate "C" limit $3)
            order by stream_id collate "C", seq_id
            """,
            connection
        );
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = StreamKeys.Meeting(page.Cursor?.After ?? "") });
        command.Parameters.Add(new() { Value = page.Limit + 1 });
        command.Parameters.Add(new() { Value = (object?)plan ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return
        [
            .. events
                .GroupBy(stored => stored.Stream, StringComparer.Ordinal)
                .Select(stream =>
                    MeetingRow.Of(
                        stream.ToMeeting(StreamKeys.MeetingOf(stream.Key))!,
                        stream.LongCount(),
                        stream.Last().Position
                    )
                ),
        ];
    }
}
