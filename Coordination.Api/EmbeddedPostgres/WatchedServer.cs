using System.ComponentModel;
using System.Diagnostics;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// PostgreSQL on Unix, below a shell that holds a pipe from the application: the pipe carries the names of signals for
/// the server, and its end, which comes however the application died, means a fast shutdown. (A parent-death signal
/// would not do: it fires when the thread ends that started the process.)
/// </summary>
internal sealed class WatchedServer : IServer
{
    // The server gets a session of its own, because Ctrl+C goes to the whole group. macOS has no setsid, but there a
    // background job of `set -m` is a group of its own. The reading loop is a builtin: it leaves no process behind.
    private const string Script = """
        trap '' INT HUP TERM QUIT
        log=$1
        shift
        exec 3<&0 </dev/null 2>>"$log"
        if command -v setsid >/dev/null; then
            setsid "$@" 3<&- >>"$log" &
        else
            set -m
            "$@" 3<&- >>"$log" &
        fi
        server=$!
        echo "$server"
        exec >&-
        (
            while read -r signal; do kill -s "$signal" "$server"; done
            kill -s INT "$server"
        ) <&3 &
        watcher=$!
        exec 3<&-
        wait "$server"
        exec 2>/dev/null
        kill -s KILL "$watcher"
        wait "$watcher"
        """;

    private static readonly (string Signal, TimeSpan Patience)[] Stopping =
    [
        ("INT", TimeSpan.FromSeconds(30)),
        ("QUIT", TimeSpan.FromSeconds(5)),
        ("KILL", TimeSpan.FromSeconds(5)),
    ];

    private readonly Process shell;

    private WatchedServer(Process shell, int pid)
    {
        this.shell = shell;
        Pid = pid;
        Ended = shell.WaitForExitAsync();
    }

    public int Pid { get; }

    public Task Ended { get; }

    public static async Task<WatchedServer> StartAsync(Cluster cluster, string[] settings)
    {
        string[] server = [cluster.Binaries.PathOf("postgres"), "-D", cluster.Folder.Data, .. settings];
        string[] arguments = ["-c", Script, "sh", cluster.Folder.Log, .. server];
        var info = new Tool("/bin/sh", arguments, cluster.Account, cluster.Folder.Server).StartInfo();
        info.RedirectStandardInput = info.RedirectStandardOutput = true;
        var started = Process.Start(info) ?? throw new Win32Exception("/bin/sh");
        return int.TryParse(await started.StandardOutput.ReadLineAsync(), out var pid)
            ? new WatchedServer(started, pid)
            : throw new EmbeddedPostgresException($"PostgreSQL could not be started; see {cluster.Folder.Log}.");
    }

    public async Task StopAsync()
    {
        foreach (var (signal, patience) in Stopping)
        {
            Send(signal);
            if (await Task.WhenAny(Ended, Task.Delay(patience)) == Ended)
            {
                break;
            }
        }

        shell.Dispose();
    }

    private void Send(string signal)
    {
        try
        {
            shell.StandardInput.Write($"{signal}\n");
            shell.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The reader of the pipe is gone, hence the server, too.
        }
    }
}
