using System.Diagnostics;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// Whether a running process is the PostgreSQL of a data folder. The folder decides, not the name: a process id is
/// used again, perhaps by the PostgreSQL of another folder.
/// </summary>
internal static class ServerFolder
{
    public static async Task<bool> IsThatOfAsync(int pid, string data, CancellationToken token) =>
        OperatingSystem.IsLinux() ? string.Equals(WorkingFolder(pid), data, StringComparison.Ordinal)
        : OperatingSystem.IsWindows() ? string.Equals(NameOf(pid), "postgres", StringComparison.Ordinal)
        : (await CommandLineAsync(pid, token)).Contains($"-D {data} ", StringComparison.Ordinal);

    // PostgreSQL works inside its data folder, so this holds however the folder was written at its start.
    private static string? WorkingFolder(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NameOf(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.ProcessName;
    }

    private static async Task<string> CommandLineAsync(int pid, CancellationToken token)
    {
        var ps = new Tool("ps", ["-ww", "-o", "command=", "-p", $"{pid}"], ServerAccount.Current(), "/");
        return (await ps.RunAsync(token)).Output;
    }
}
