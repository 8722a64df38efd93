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

    private protected async Task<(ApiProcess Api, KeyedLoad Load)> StartLoadedAsync()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        await load.RunAsync(commands: 40, clients: 2);
        await EventuallyAsync(api.IsReadyAsync, "the views have caught up");
        return (api, load);
    }

    /// <summary>Writes an event as another program would, past every rule, and gives its position.</summary>
    private protected static async Task<long> AppendAsync(
        NpgsqlConnection connection,
        string stream,
        string type,
        string data
    )
    {
        await using var command = new NpgsqlCommand(
            """
            with stream as (
                insert into coordination.mt_streams (id, type, version) values ($1, 'spbe_program', 1)
                on conflict (id) do update set version = coordination.mt_streams.version + 1
                returning version)
            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type)
            select nextval('coordination.mt_events_sequence'), gen_random_uuid(), $1, version, $3::jsonb, $2, '' from stream
            returning seq_id
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = stream },
                new() { Value = type },
                new() { Value = data },
            },
        };
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
