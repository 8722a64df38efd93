using System.Diagnostics;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>PostgreSQL on Windows, started and stopped by <c>pg_ctl</c>, which also gives up administrator rights.</summary>
internal sealed class WindowsServer : IServer
{
    private readonly Cluster cluster;
    private readonly Process process;

    private WindowsServer(Cluster cluster, Process process)
    {
        this.cluster = cluster;
        this.process = process;
        Ended = process.WaitForExitAsync();
    }

    public int Pid => process.Id;

    public Task Ended { get; }

    /// <summary>Null when the server did not come up; its log says why.</summary>
    public static async Task<WindowsServer?> StartAsync(Cluster cluster, string[] settings)
    {
        var folder = cluster.Folder;
        var options = string.Join(' ', settings);
        // Without redirection: the server would inherit the pipe, and reading it would never end.
        var start = cluster.Tool("pg_ctl", "start", "-w", "-D", folder.Data, "-l", folder.Log, "-o", options);
        using var control = Process.Start(start.StartInfo())!;
        await control.WaitForExitAsync();
        return control.ExitCode == 0 && PostmasterFile.Read(folder) is { } file
            ? new WindowsServer(cluster, Process.GetProcessById(file.Pid))
            : null;
    }

    public async Task StopAsync()
    {
        if (!await StopAsync("fast", seconds: 30) && !await StopAsync("immediate", seconds: 5) && !process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task<bool> StopAsync(string mode, int seconds)
    {
        var stop = cluster.Tool("pg_ctl", "stop", "-D", cluster.Folder.Data, "-m", mode, "-w", "-t", $"{seconds}");
        return (await stop.RunAsync(CancellationToken.None)).Succeeded;
    }
}
