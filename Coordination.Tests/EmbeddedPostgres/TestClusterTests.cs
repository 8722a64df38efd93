using Npgsql;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class TestClusterTests(TestCluster cluster)
{
    [Fact]
    public async Task A_database_is_created_with_a_bounded_pool_and_dropped_while_it_is_used()
    {
        var token = TestContext.Current.CancellationToken;
        var connectionString = await cluster.CreateDatabaseAsync("a \"quoted\" name");
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(token);

        await cluster.DropDatabaseAsync("a \"quoted\" name");

        Assert.Contains("Maximum Pool Size=20", connectionString, StringComparison.OrdinalIgnoreCase);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ReopenedAsync(connectionString, token));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refusal.SqlState);
    }

    private static async Task ReopenedAsync(string connectionString, CancellationToken token)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(token);
    }
}
