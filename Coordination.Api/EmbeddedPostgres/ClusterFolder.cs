namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// The files of one private PostgreSQL. Those of the server are in a folder of their own, because that one belongs to
/// the server's user when the application runs as root; a folder that a person named never changes its owner.
/// </summary>
internal sealed record ClusterFolder(string Root)
{
    private const UnixFileMode OthersStayOut = (UnixFileMode)0b111_000_000;
    private const UnixFileMode OthersMayPass = (UnixFileMode)0b111_001_001;

    public string Lock => Path.Combine(Root, "instance.lock");
    public string Password => Path.Combine(Root, "password");
    public string Port => Path.Combine(Root, "port");
    public string Server => Path.Combine(Root, "server");
    public string Data => Path.Combine(Server, "data");
    public string UnfinishedData => Path.Combine(Server, "data.new");
    public string PasswordForInitdb => Path.Combine(Server, "password");
    public string Log => Path.Combine(Server, "postgres.log");
    public string PreviousLog => Path.Combine(Server, "postgres.previous.log");
    public string Binaries => Path.Combine(Root, "binaries");

    /// <summary>The major version that wrote the data, null while there is none.</summary>
    public int? DataMajor()
    {
        var version = Path.Combine(Data, "PG_VERSION");
        if (!Directory.Exists(Data))
        {
            return null;
        }

        return File.Exists(version) && int.TryParse(File.ReadAllText(version).Split('.')[0], out var major)
            ? major
            : throw new EmbeddedPostgresException(
                $"The folder {Data} is not a PostgreSQL data folder (no PG_VERSION). Restore it, or move it away."
            );
    }

    public static ClusterFolder Open(string path)
    {
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            Create(root, OthersMayPass);
        }

        return new ClusterFolder(PhysicalPath.Of(root));
    }

    /// <summary>Closed to others, because the log of the server quotes statements with their data.</summary>
    public void CreateServerFolder()
    {
        if (!Directory.Exists(Server))
        {
            Create(Server, OthersStayOut);
        }
    }

    private static void Create(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }
}
