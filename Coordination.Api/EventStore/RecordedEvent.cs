using System.Text.Json;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>An event with its metadata.</summary>
/// <param name="Stored">The event.</param>
/// <param name="Account">Who recorded it.</param>
/// <param name="Role">The role by which the account was allowed to.</param>
/// <param name="Government">The government of that role.</param>
/// <param name="CorrelationId">The request that it came with.</param>
/// <param name="Reason">Why.</param>
internal sealed record RecordedEvent(
    StoredEvent Stored,
    string? Account,
    string? Role,
    string? Government,
    string? CorrelationId,
    string? Reason
)
{
    internal const string Columns = $"{StoredEvent.Columns}, user_name, correlation_id, headers";

    internal static async Task<List<RecordedEvent>> ReadAllAsync(
        NpgsqlDataReader reader,
        CancellationToken cancellation
    )
    {
        var recorded = new List<RecordedEvent>();
        while (await reader.ReadAsync(cancellation))
        {
            var header = Headers(Text(reader, 8));
            recorded.Add(
                new(
                    StoredEvent.Read(reader),
                    Text(reader, 6),
                    header(EventHeaders.Role),
                    header(EventHeaders.Government),
                    Text(reader, 7),
                    header(EventHeaders.Reason)
                )
            );
        }
        return recorded;
    }

    /// <summary>The event as JSON.</summary>
    internal JsonElement ToJson() =>
        JsonSerializer.SerializeToElement(Stored.Data, Stored.Data.GetType(), CanonicalJson.Options);

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    private static Func<string, string?> Headers(string? json)
    {
        var headers = json is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
        return name =>
            headers?.GetValueOrDefault(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }
}
