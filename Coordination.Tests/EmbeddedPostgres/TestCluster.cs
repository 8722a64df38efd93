using Coordination.Api.EmbeddedPostgres;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Coordination.Tests.EmbeddedPostgres;

/// <summary>
/// One PostgreSQL for all tests of a run: the one that <c>COORDINATION_TEST_CONNECTION</c> names, else a private one
/// that comes up with the first database asked for, so that a run of pure tests does not wait for it.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly string? given = Environment.GetEnvironmentVariable("COORDINATION_TEST_CONNECTION");
    private readonly string folder = TestFolder.New();
    private readonly SemaphoreSlim starting = new(1);
    private PrivatePostgres? postgres;

    public ValueTask InitializeAsync()
    {
        TestFolder.SweepLeftovers();
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates an empty database and gives the connection string for it.</summary>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await ExecuteAsync($"create database {Quoted(name)}");
        return await ConnectionStringAsync(name, maximumPoolSize: 20);
    }

    /// <summary>Drops a database, whoever is still connected to it.</summary>
    public Task DropDatabaseAsync(string name) => ExecuteAsync($"drop database if exists {Quoted(name)} with (force)");

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (postgres is { } started)
        {
            await started.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres", maximumPoolSize: 2));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> ConnectionStringAsync(string database, int maximumPoolSize)
    {
        var server = given ?? (await StartedAsync()).ConnectionString;
        return new NpgsqlConnectionStringBuilder(server)
        {
            Database = database,
            MaxPoolSize = maximumPoolSize,
        }.ConnectionString;
    }

    private async Task<PrivatePostgres> StartedAsync()
    {
        await starting.WaitAsync();
        try
        {
            return postgres ??= await PrivatePostgres.StartAsync(
                TestFolder.Options(folder),
                NullLogger.Instance,
                CancellationToken.None
            );
        }
        finally
        {
            starting.Release();
        }
    }

    private static string Quoted(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);
}
