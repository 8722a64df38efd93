using Coordination.Api.EventStore;
using Coordination.Domain.Meetings;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>A meeting as it lies in its stream.</summary>
/// <param name="Meeting">Its state.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Position">Position of the last.</param>
/// <param name="At">When that was recorded, UTC.</param>
internal sealed record StoredMeeting(Meeting Meeting, long Version, long Position, DateTimeOffset At);

/// <summary>Reads meetings from their own streams, by id.</summary>
internal static class MeetingReader
{
    internal static async Task<List<StoredMeeting>> ReadAsync(
        string? plan,
        string after,
        int most,
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
        command.Parameters.Add(new() { Value = StreamKeys.Meeting(after) });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = (object?)plan ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = await StoredEvent.ReadAllAsync(reader, cancellation);
        return
        [
            .. events
                .GroupBy(stored => stored.Stream, StringComparer.Ordinal)
                .Select(stream => new StoredMeeting(
                    stream.ToMeeting(StreamKeys.MeetingOf(stream.Key))!,
                    stream.LongCount(),
                    stream.Last().Position,
                    stream.Last().At
                )),
        ];
    }
}
