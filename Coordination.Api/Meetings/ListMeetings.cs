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
        var found = await MeetingReader.ReadAsync(
            plan,
            page.Cursor?.After ?? "",
            page.Limit + 1,
            position,
            connection,
            cancellation
        );
        var next =
            found.Count > page.Limit
                ? new Cursor(found[page.Limit - 1].Meeting.Id, null, position, filter).Encode()
                : null;
        var tag = Answers.Tag(position, page.Limit, page.Cursor?.After ?? "", Answers.Digest(filter));
        return Answers.Page(http, found.Take(page.Limit), next, tag, Row, Row);
    }

    private static MeetingRow Row(StoredMeeting stored) =>
        MeetingRow.Of(stored.Meeting, stored.Version, stored.Position);
}
