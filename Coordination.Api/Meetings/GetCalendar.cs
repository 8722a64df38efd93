using System.Text;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary><c>GET /api/meetings/calendar.ics</c>: all meetings, of one plan where it is named; a year has a few dozen.</summary>
internal static class GetCalendar
{
    internal static async Task<IResult> GetAsync(
        string? plan,
        HttpContext http,
        NpgsqlDataSource dataSource,
        CancellationToken cancellation
    )
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        var meetings = await MeetingReader.ReadAsync(plan, "", int.MaxValue, last, connection, cancellation);
        var tag = Answers.Tag(meetings.Select(meeting => meeting.Position).DefaultIfEmpty().Max(), meetings.Count);
        if (Answers.Has(http, tag))
            return Answers.NotModified(http, tag);
        http.Response.Headers.ETag = tag;
        return Results.Bytes(Encoding.UTF8.GetBytes(MeetingCalendar.Of(meetings)), "text/calendar; charset=utf-8");
    }
}
