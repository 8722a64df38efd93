using Coordination.Domain.Programs;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>Reads what has changed between two positions, without taking events apart.</summary>
internal sealed class ChangeReader(NpgsqlDataSource dataSource)
{
    /// <summary>Changes that one statement reads.</summary>
    internal const int Page = 1000;

    /// <summary>What is reported of a place concerns the government that it lies in.</summary>
    private const string Select = $"""
        select seq_id, type, stream_id, coalesce(data->>'government', left(data->>'location', 5)), data->>'plan', {StoreTables.Province}
        from {StoreSetup.Schema}.mt_events
        """;

    private const string Between = "seq_id > $1 and seq_id <= $2";

    private static readonly string IsShown = $"(data->>'plan' is not null or {StoreTables.IsOfProvince})";

    private static readonly HashSet<string> OfPrograms = [.. EventNames.Of<IProgramEvent>()];

    /// <summary>The position up to which the views have seen every event.</summary>
    internal async Task<long> SeenAsync(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        return await Positions.SeenAsync(connection, cancellation);
    }

    /// <summary>The first page of what changed any plan's views.</summary>
    internal Task<List<PlacedChange>> AllAsync(long after, long upTo, CancellationToken cancellation) =>
        ReadAsync($"{Select} where {Between} and {IsShown} order by seq_id limit {Page}", cancellation, after, upTo);

    /// <summary>The first page of what changed the views of one plan: the index of its events finds it among those of all.</summary>
    internal async Task<List<Change>> OfPlanAsync(string plan, long after, long upTo, CancellationToken cancellation)
    {
        var found = await ReadAsync(
            $"""
            ({Select} where data->>'plan' = $3 and {Between} order by seq_id limit {Page})
            union all
            ({Select} where {StoreTables.IsOfProvince} and {StoreTables.Province} = left($3, 2) and {Between}
                order by seq_id limit {Page})
            order by seq_id limit {Page}
            """,
            cancellation,
            after,
            upTo,
            plan
        );
        return found.ConvertAll(placed => placed.Change);
    }

    private async Task<List<PlacedChange>> ReadAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = dataSource.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<PlacedChange>();
        while (await reader.ReadAsync(cancellation))
        {
            var kind = reader.GetString(1);
            changes.Add(
                new(
                    Text(reader, 4),
                    Text(reader, 5),
                    new(
                        reader.GetInt64(0),
                        kind,
                        OfPrograms.Contains(kind) ? reader.GetString(2) : null,
                        Text(reader, 3)
                    )
                )
            );
        }
        return changes;
    }

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
