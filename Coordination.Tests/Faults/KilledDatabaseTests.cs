using System.Diagnostics;
using System.Net;
using Coordination.Api.EmbeddedPostgres;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>A PostgreSQL that is killed while the service lives. It is as careful as in production: what it acknowledged is on disk.</summary>
public sealed class KilledDatabaseTests : FaultTests
{
    private readonly PrivatePostgresOptions options = TestFolder.Options(TestFolder.New()) with { Durable = true };
    private PrivatePostgres server = null!;

    protected override async Task<string> OpenDatabaseAsync()
    {
        server = await StartServerAsync();
        return server.ConnectionString;
    }

    protected override async Task CloseDatabaseAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(options.Folder, recursive: true);
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_thousand_commands_is_waited_for_and_nothing_is_lost()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 1_000, clients: 8);
        await load.ReachesAsync(500, running);

        Kill(server.ServerPid);
        await EventuallyAsync(async () => !await api.IsReadyAsync(), "the service says that it is not ready");
        Assert.Equal(HttpStatusCode.OK, await api.StatusAsync("/health/live"));
        await server.DisposeAsync();
        server = await StartServerAsync();
        Assert.Equal(ConnectionString, server.ConnectionString);
        await running;

        var behind = await CheckAsync(load, api);
        Assert.NotEqual(0, load.Unavailable);
        await EventuallyAsync(api.IsReadyAsync, "the service is ready again");
        Say(
            $"Server killed: no answer for {load.LongestSilence}, {load.Unavailable} times 503, "
                + $"views caught up {behind} after the last."
        );
    }

    [Fact]
    public async Task A_backend_that_is_killed_takes_the_others_down_and_nothing_is_lost()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 300, clients: 8);
        await load.ReachesAsync(150, running);

        Kill(await SomeBackendAsync());
        await running;

        var behind = await CheckAsync(load, api);
        Say(
            $"Backend killed: no answer for {load.LongestSilence}, {load.Unavailable} times 503, "
                + $"views caught up {behind} after the last."
        );
    }

    [Fact]
    public async Task A_service_that_is_started_before_its_database_waits_for_it()
    {
        await server.DisposeAsync();
        var api = ApiProcess.On(ConnectionString);
        var starting = StartAsync(api);
        await EventuallyAsync(
            () => Task.FromResult(api.Output.Contains("does not answer yet; waiting", StringComparison.Ordinal)),
            "the service says that it waits"
        );

        server = await StartServerAsync();

        await starting;
        Assert.True(await api.IsReadyAsync());
    }

    [Fact]
    public async Task A_service_that_its_database_refuses_says_why_and_ends()
    {
        var api = ApiProcess.On(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "gone" }.ConnectionString
        );
        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(api));

        Assert.Equal(1, await api.ExitCodeAsync());
        Assert.Contains("The database 'gone' at 127.0.0.1", api.Output, StringComparison.Ordinal);
        Assert.Contains("does not exist", api.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", api.Output, StringComparison.Ordinal);
    }

    /// <summary>The orphans of a killed server hold its shared memory for a moment.</summary>
    private async Task<PrivatePostgres> StartServerAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                return await PrivatePostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);
            }
            catch (EmbeddedPostgresException) when (watch.Elapsed < Patience) { }
        }
    }

    private async Task<int> SomeBackendAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select pid from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1
            """,
            connection
        );
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
