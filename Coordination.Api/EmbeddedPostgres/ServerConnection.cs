using Npgsql;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>How the application reaches its server.</summary>
internal sealed record ServerConnection(int Port, string Password)
{
    public string To(string database) => Builder(database).ConnectionString;

    public async Task CreateDatabaseIfAbsentAsync(string database, CancellationToken token)
    {
        var server = Builder("postgres");
        server.Pooling = false;
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(token);
        await using var known = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        known.Parameters.AddWithValue(database);
        if (await known.ExecuteScalarAsync(token) is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{database}\"", connection);
            await create.ExecuteNonQueryAsync(token);
        }
    }

    // Encryption is not even asked for: nothing leaves this machine.
    private NpgsqlConnectionStringBuilder Builder(string database) =>
        new()
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = "postgres",
            Password = Password,
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            NoResetOnClose = true,
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
        };
}
