using System.Diagnostics;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>A server that outlived its application, which is gone for certain: the lock of the folder is ours.</summary>
internal static class LeftoverServer
{
    public static async Task StopAsync(Cluster cluster, ILogger logger, CancellationToken token)
    {
        if (PostmasterFile.Read(cluster.Folder) is not { } file || !IsRunning(file.Pid))
        {
            // The file of a dead server stays: PostgreSQL checks by it that no backend of it is still writing.
            return;
        }

        if (await ServerFolder.IsThatOfAsync(file.Pid, cluster.Folder.Data, token))
        {
            logger.StoppingLeftover(file.Pid, cluster.Folder.Root);
            Require(await cluster.Tool("pg_ctl", StopArguments(cluster)).RunAsync(token), cluster.Folder);
        }
        else
        {
            logger.ForgettingPid(file.Pid, cluster.Folder.Root);
            File.Delete(PostmasterFile.PathIn(cluster.Folder));
        }
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string[] StopArguments(Cluster cluster) => ["stop", "-D", cluster.Folder.Data, "-m", "fast", "-w"];

    private static void Require(ToolResult result, ClusterFolder folder)
    {
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"A PostgreSQL left over from an earlier run still works in {folder.Data} and does not stop. "
                    + $"Stop it by hand, then start again. pg_ctl says:\n{result.Output}"
            );
        }
    }
}
