namespace Coordination.Api.EmbeddedPostgres;

/// <summary>What the server writes: the log of this run, and that of the run before to look into after a crash.</summary>
internal static class ServerLog
{
    private const int Shown = 15;

    public static void StartNew(ClusterFolder folder)
    {
        if (File.Exists(folder.Log))
        {
            File.Move(folder.Log, folder.PreviousLog, overwrite: true);
        }
    }

    public static string Tail(ClusterFolder folder) =>
        File.Exists(folder.Log) ? string.Join('\n', File.ReadLines(folder.Log).TakeLast(Shown)) : "";
}
