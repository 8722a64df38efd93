namespace Coordination.Api.EmbeddedPostgres;

/// <summary>What a server writes about itself into <c>postmaster.pid</c> (lines 1, 4 and 8).</summary>
internal sealed record PostmasterFile(int Pid, int Port, bool Ready)
{
    public static string PathIn(ClusterFolder folder) => Path.Combine(folder.Data, "postmaster.pid");

    /// <summary>Null when there is none, or when the server is writing it just now.</summary>
    public static PostmasterFile? Read(ClusterFolder folder)
    {
        try
        {
            return Parse(Lines(PathIn(folder)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static PostmasterFile? Parse(string[] lines)
    {
        if (lines.Length == 0 || !int.TryParse(lines[0], out var pid))
        {
            return null;
        }

        var port = lines.Length > 3 && int.TryParse(lines[3], out var number) ? number : 0;
        return new PostmasterFile(
            pid,
            port,
            lines.Length > 7 && string.Equals(lines[7].Trim(), "ready", StringComparison.Ordinal)
        );
    }

    private static string[] Lines(string path)
    {
        // Windows: the server must be able to write and delete its file while it is read here.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n');
    }
}
