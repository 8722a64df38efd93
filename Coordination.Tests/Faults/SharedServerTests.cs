using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Faults that leave the server alone: each test has a database on the one that all tests share.</summary>
public abstract class SharedServerTests(TestCluster cluster) : FaultTests
{
    private readonly string database = $"fault_{Guid.NewGuid():N}";

    protected override Task<string> OpenDatabaseAsync() => cluster.CreateDatabaseAsync(database);

    protected override Task CloseDatabaseAsync() => cluster.DropDatabaseAsync(database);

    /// <summary>A connection that is to stand in the way of the service.</summary>
    private protected async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private protected async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
