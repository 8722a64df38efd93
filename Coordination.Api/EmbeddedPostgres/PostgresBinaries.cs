namespace Coordination.Api.EmbeddedPostgres;

/// <summary>A folder with <c>initdb</c>, <c>postgres</c> and <c>pg_ctl</c> of one major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 14;
    private static readonly string[] Needed = ["initdb", "postgres", "pg_ctl"];

    public string PathOf(string program) => PathIn(Folder, program);

    /// <summary>Serves the data: its own major version, or for new data any that is not too old.</summary>
    public bool Fits(int? dataMajor) => dataMajor is { } major ? Major == major : Major >= OldestMajor;

    /// <summary>Null when the folder has no PostgreSQL that runs here.</summary>
    public static async Task<PostgresBinaries?> InspectAsync(
        string folder,
        ServerAccount account,
        CancellationToken token
    )
    {
        if (!Needed.All(program => File.Exists(PathIn(folder, program))))
        {
            return null;
        }

        var root = Path.GetPathRoot(folder)!;
        var version = await new Tool(PathIn(folder, "postgres"), ["--version"], account, root).RunAsync(token);
        return version.Succeeded && Parse(version.Output) is { } major ? new PostgresBinaries(folder, major) : null;
    }

    /// <summary>Reads "postgres (PostgreSQL) 17.6 (Debian 17.6-1)" and "postgres (PostgreSQL) 19beta1".</summary>
    internal static int? Parse(string version)
    {
        var words = version.Split(' ');
        var number = new string([.. words.ElementAtOrDefault(2)?.TakeWhile(char.IsAsciiDigit) ?? []]);
        return int.TryParse(number, out var major) ? major : null;
    }

    private static string PathIn(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program);
}
