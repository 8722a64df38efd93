using System.Text.Json;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>An event as it lies in the store.</summary>
/// <param name="Position">Its place among all events.</param>
/// <param name="Stream">Key of its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Type">Stored name.</param>
/// <param name="Data">The event.</param>
internal sealed record StoredEvent(
    long Position,
    string Stream,
    long Version,
    DateTimeOffset At,
    string Type,
    object Data
)
{
    internal const string Columns = "seq_id, stream_id, version, timestamp, type, data";

    internal static async Task<List<StoredEvent>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellation))
            events.Add(Read(reader));
        return events;
    }

    internal static StoredEvent Read(NpgsqlDataReader reader)
    {
        var (position, stream, name) = (reader.GetInt64(0), reader.GetString(1), reader.GetString(4));
        return new(
            position,
            stream,
            reader.GetInt64(2),
            reader.GetFieldValue<DateTimeOffset>(3),
            name,
            EventNames.Types.TryGetValue(name, out var type)
                ? JsonSerializer.Deserialize(reader.GetString(5), type, CanonicalJson.Options)!
                : throw new NewerEventException(position, name, stream)
        );
    }
}
