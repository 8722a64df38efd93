using Npgsql;

namespace Coordination.Benchmarks.Contenders;

/// <summary>A contender's database, looked at from outside. Nothing stays open: connections are few and the contenders'.</summary>
internal sealed record DatabaseUnderTest(string ConnectionString)
{
    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(sql, connection, values);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<T?> ReadAsync<T>(string sql, params object[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(sql, connection, values);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Where the write-ahead log of the whole server ends.</summary>
    internal async Task<decimal> WalAsync() =>
        await ReadAsync<decimal>("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString)
            {
                Pooling = false,
                CommandTimeout = 600,
            }.ConnectionString
        );
        await connection.OpenAsync();
        return connection;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
