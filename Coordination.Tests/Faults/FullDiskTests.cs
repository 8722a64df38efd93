using System.Diagnostics;
using System.Net;
using Coordination.Api.EmbeddedPostgres;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Faults;

/// <summary>A PostgreSQL on a disk that fills up, and is given room again.</summary>
public sealed class FullDiskTests : FaultTests
{
    private const string Size = "300m";

    private readonly PrivatePostgresOptions options = TestFolder.Options(TestFolder.New()) with { Durable = true };
    private PrivatePostgres server = null!;

    private string Filler => Path.Combine(options.Folder, "filler");

    protected override async Task<string> OpenDatabaseAsync()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root can make a small disk."
        );
        Directory.CreateDirectory(options.Folder);
        Assert.SkipUnless(
            await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size},mode=755", "tmpfs", options.Folder),
            "This machine lets nobody mount a disk."
        );
        server = await StartServerAsync();
        return server.ConnectionString;
    }

    protected override async Task CloseDatabaseAsync()
    {
        if (server is null)
            return;
        await server.DisposeAsync();
        Assert.True(await RunAsync("umount", options.Folder));
        Directory.Delete(options.Folder);
    }

    [Fact]
    public async Task On_a_full_disk_commands_are_told_to_come_again_and_nothing_acknowledged_is_lost()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address) { Deadline = TimeSpan.FromMinutes(2) };
        var running = load.RunAsync(commands: 1_000, clients: 8);
        await load.ReachesAsync(100, running);

        // What is freed in between, by a checkpoint, is taken again.
        while (load.Unavailable < 20 && !running.IsCompleted)
        {
            FillDisk();
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(HttpStatusCode.OK, await api.StatusAsync("/health/live"));

        File.Delete(Filler);
        // A server that cannot write its log ends itself rather than acknowledge what it may lose; whoever runs it starts it again.
        if (server.Exited.IsCompleted)
        {
            await server.DisposeAsync();
            server = await StartServerAsync();
        }
        await running;

        var behind = await CheckAsync(load, api);
        await EventuallyAsync(api.IsReadyAsync, "the service is ready again");
        Say(
            $"Disk full: no answer for {load.LongestSilence}, {load.Unavailable} times 503, "
                + $"views caught up {behind} after the last."
        );
    }

    private void FillDisk()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException full)
        {
            Say($"The disk takes no more: {full.Message}");
        }
    }

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

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
