using Npgsql;
using NpgsqlTypes;

namespace Coordination.Benchmarks.Peers;

/// <summary>An event as the raw peer has stored it; version 0 means that there is no such stream.</summary>
internal sealed record Appended(string Id, long Version, long Position);

/// <summary>The raw peer's statements.</summary>
internal sealed class RawEvents(NpgsqlDataSource dataSource)
{
    internal Task<Appended> InsertFirstAsync(string stream, string type, byte[] data) =>
        InsertAsync(stream, 1, type, data);

    /// <summary>Reads the stream, checks its version by the unique key, and tries again when another writer was first.</summary>
    internal async Task<Appended> InsertNextAsync(string stream, string type, byte[] data)
    {
        while (true)
        {
            var version = await ReadStreamAsync(stream);
            if (version == 0)
                return new(stream, 0, 0);
            try
            {
                return await InsertAsync(stream, version + 1, type, data);
            }
            catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // Read again what the winner has left.
            }
        }
    }

    private async Task<long> ReadStreamAsync(string stream)
    {
        await using var command = dataSource.CreateCommand(
            "select version, data from event where stream = $1 order by version"
        );
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync();
        var version = 0L;
        while (await reader.ReadAsync())
            (version, _) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        return version;
    }

    private async Task<Appended> InsertAsync(string stream, long version, string type, byte[] data)
    {
        await using var command = dataSource.CreateCommand(
            "insert into event (stream, version, type, data) values ($1, $2, $3, $4) returning position"
        );
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = version });
        command.Parameters.Add(new() { Value = type });
        command.Parameters.Add(new() { Value = data, NpgsqlDbType = NpgsqlDbType.Jsonb });
        return new(stream, version, (long)(await command.ExecuteScalarAsync())!);
    }
}
