using System.Diagnostics;
using Coordination.Api.EmbeddedPostgres;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class EndingTests : PostgresTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Disposing_leaves_no_process_in_the_folder_and_a_clean_shutdown_in_the_log()
    {
        var postgres = await StartAsync();
        Assert.NotEmpty(ProcessesInFolder());

        await postgres.DisposeAsync();

        Assert.Empty(ProcessesInFolder());
        Assert.False(postgres.Exited.IsCompleted);
        Assert.Contains("database system is shut down", ServerLog.Tail(Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_query_that_is_still_running()
    {
        var postgres = await StartAsync();
        var slow = AskAsync(postgres, "select pg_sleep(60)");
        await Task.Delay(TimeSpan.FromMilliseconds(200), Token);

        var watch = Stopwatch.StartNew();
        await postgres.DisposeAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => slow);
    }

    [Fact]
    public async Task The_death_of_the_server_is_noticed_and_the_rows_survive_it()
    {
        await using (var postgres = await StartAsync(TestFolder.Options(Folder) with { Durable = true }))
        {
            await AskAsync(postgres, "create table kept as select 42 as answer");
            Kill(postgres.ServerPid);
            await postgres.Exited.WaitAsync(Patience, Token);
        }

        await using var again = await StartAsync();

        Assert.Equal(42, await AskAsync(again, "select answer from kept"));
    }

    [Fact]
    public async Task The_death_of_the_server_stops_the_application()
    {
        await using var postgres = await StartAsync();
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var service = new EmbeddedPostgresService(
            postgres,
            lifetime,
            NullLogger<EmbeddedPostgresService>.Instance
        );
        await service.StartAsync(Token);

        Kill(postgres.ServerPid);
        await EventuallyAsync(() => lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Killing_the_application_stops_the_server_cleanly()
    {
        using var application = OwnerProcess.Start(Folder);
        await EventuallyAsync(() => application.HasExited || File.Exists(OwnerProcess.ReadyFile(Folder)));
        Assert.NotEmpty(ProcessesInFolder());

        application.Kill();

        await EventuallyAsync(() => ProcessesInFolder().Count == 0);
        Assert.Contains("database system is shut down", ServerLog.Tail(Files), StringComparison.Ordinal);
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); )
        {
            Assert.True(watch.Elapsed < Patience, "It did not come about in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }
}
