using Coordination.Api.EmbeddedPostgres;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>The service with its private PostgreSQL, which goes down with it.</summary>
public sealed class EmbeddedDatabaseTests : FaultTests
{
    private readonly ClusterFolder folder = ClusterFolder.Open(TestFolder.New());

    protected override Task<string> OpenDatabaseAsync() => Task.FromResult("");

    protected override async Task CloseDatabaseAsync()
    {
        await EventuallyAsync(() => Task.FromResult(PostmasterFile.Read(folder) is null), "the private server ends");
        Directory.Delete(folder.Root, recursive: true);
    }

    [Fact]
    public async Task The_service_killed_with_its_private_database_comes_back_with_all_that_it_acknowledged()
    {
        var api = await StartAsync(ApiProcess.WithOwnDatabase(folder));
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 300, clients: 8);
        await load.ReachesAsync(150, running);

        await api.KillAsync();
        await api.StartAsync();
        await running;

        ConnectionString = api.ConnectionString;
        var behind = await CheckAsync(load, api);
        Say($"Service and database killed: no answer for {load.LongestSilence}, views caught up {behind} after.");
    }

    [Fact]
    public async Task When_the_private_database_dies_the_service_ends_and_says_so()
    {
        var api = await StartAsync(ApiProcess.WithOwnDatabase(folder));
        using (var server = System.Diagnostics.Process.GetProcessById(PostmasterFile.Read(folder)!.Pid))
            server.Kill();
        Assert.Equal(1, await api.ExitCodeAsync());
        Assert.Contains("PostgreSQL has died", api.Output, StringComparison.Ordinal);
        File.Delete(PostmasterFile.PathIn(folder));
    }
}
