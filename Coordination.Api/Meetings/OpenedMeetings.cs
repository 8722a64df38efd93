using System.Globalization;
using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>A meeting that has looked at its plan, so that the plan can be shown as the meeting saw it.</summary>
/// <param name="Id"><c>19-2024-003</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Date">Its day.</param>
/// <param name="IsClosed">Whether it is over.</param>
public sealed record OpenedMeeting(string Id, string Title, DateOnly Date, bool IsClosed)
{
    /// <summary>The plan as it was at its end, or while it is open at its basis: <c>meeting:19-2024-003</c>.</summary>
    public string Point => $"meeting:{Id}";
}

/// <summary>Reads which points of a plan its meetings have fixed.</summary>
internal sealed class OpenedMeetings(NpgsqlDataSource dataSource)
{
    private const int Most = 6;

    /// <summary>Those that were opened last, the last first.</summary>
    internal async Task<IReadOnlyList<OpenedMeeting>> LatestAsync(string plan, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select stream_id, max(data->>'title') filter (where type = 'meeting_scheduled'),
                max(data->>'date') filter (where type = 'meeting_scheduled'), bool_or(type = 'meeting_closed')
            from {StoreSetup.Schema}.mt_events where {StoreTables.IsOfMeeting} and data->>'plan' = $1
            group by stream_id having bool_or(type = 'meeting_opened')
            order by max(seq_id) filter (where type = 'meeting_opened') desc limit $2
            """
        );
        command.Parameters.Add(new() { Value = plan });
        command.Parameters.Add(new() { Value = Most });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var meetings = new List<OpenedMeeting>();
        while (await reader.ReadAsync(cancellation))
            meetings.Add(
                new(
                    StreamKeys.MeetingOf(reader.GetString(0)),
                    reader.GetString(1),
                    DateOnly.ParseExact(reader.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    reader.GetBoolean(3)
                )
            );
        return meetings;
    }
}
