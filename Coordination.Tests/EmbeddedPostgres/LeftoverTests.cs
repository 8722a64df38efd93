using System.Diagnostics;
using Coordination.Api.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class LeftoverTests : PostgresTests
{
    [Fact]
    public async Task A_server_left_over_in_this_folder_is_stopped_and_another_started()
    {
        await using (var postgres = await StartAsync())
        {
            await AskAsync(postgres, "create table kept as select 42 as answer");
        }

        var leftover = await StartWithoutWatchdogAsync();

        await using var again = await StartAsync();

        Assert.DoesNotContain($"/proc/{leftover}", ProcessesInFolder(), StringComparer.Ordinal);
        Assert.Equal(42, await AskAsync(again, "select answer from kept"));
    }

    [Fact]
    public async Task A_pid_that_now_belongs_to_the_server_of_another_folder_is_no_leftover()
    {
        await using var other = await StartAsync(TestFolder.Options(Path.Combine(Folder, "other")));
        await using (await StartAsync()) { }
        await File.WriteAllTextAsync(PostmasterFile.PathIn(Files), $"{other.ServerPid}\n{Files.Data}\n", Token);

        await using var postgres = await StartAsync();

        Assert.Equal(1, await AskAsync(postgres, "select 1"));
        Assert.Equal(1, await AskAsync(other, "select 1"));
    }

    [Fact]
    public async Task A_pid_that_now_belongs_to_any_other_process_is_no_leftover()
    {
        await using (await StartAsync()) { }
        var sleep = new Tool("sleep", ["60"], ServerAccount.Current(), Path.GetTempPath()).StartInfo();
        using var stranger = Process.Start(sleep)!;
        await File.WriteAllTextAsync(PostmasterFile.PathIn(Files), $"{stranger.Id}\n{Files.Data}\n", Token);

        await using (var postgres = await StartAsync())
        {
            Assert.Equal(1, await AskAsync(postgres, "select 1"));
        }

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    private async Task<int> StartWithoutWatchdogAsync()
    {
        var account = ServerAccount.Current();
        var search = new BinariesSearch(Files, account, NullLogger.Instance);
        var binaries = await search.FindAsync(TestFolder.Options(Folder), Token);
        var cluster = new Cluster(Files, binaries, account, Durable: false);
        var settings = string.Join(' ', ServerSettings.Arguments(ServerPort.AnyFree(), durable: false));
        string[] start = ["start", "-w", "-D", Files.Data, "-l", Files.Log, "-o", settings];
        var result = await cluster.Tool("pg_ctl", start).RunAsync(Token);
        Assert.True(result.Succeeded, result.Output);
        return PostmasterFile.Read(Files)!.Pid;
    }
}
