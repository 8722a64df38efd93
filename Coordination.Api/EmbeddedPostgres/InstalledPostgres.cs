namespace Coordination.Api.EmbeddedPostgres;

/// <summary>The folders where PostgreSQL is installed by the usual means, newest version first in each place.</summary>
internal static class InstalledPostgres
{
    // Debian's PATH has psql but no initdb, so that the versioned folders are needed there.
    private static readonly string[] Places =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/usr/libexec/postgresql*",
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin",
    ];

    public static IEnumerable<string> Folders() => OnPath().Concat(Places.Append(OnWindows()).SelectMany(Matches));

    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(Target);

    // A link on the PATH stands for the folder with all programs of the installation.
    private static string Target(string folder)
    {
        var postgres = new FileInfo(Path.Combine(folder, "postgres"));
        return postgres.Exists && postgres.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Path.GetDirectoryName(target.FullName)!
            : folder;
    }

    private static string OnWindows() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin");

    internal static IEnumerable<string> Matches(string pattern)
    {
        var parts = pattern.Split(['/', '\\']);
        var wild = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        var parent = string.Join(Path.DirectorySeparatorChar, parts[..wild]);
        var below = Path.Combine([.. parts[(wild + 1)..]]);
        return Directory.Exists(parent)
            ? Directory
                .GetDirectories(parent, parts[wild])
                .OrderByDescending(Number)
                .Select(f => Path.Combine(f, below))
            : [];
    }

    private static int Number(string folder)
    {
        var digits = new string([
            .. Path.GetFileName(folder).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit),
        ]);
        return int.TryParse(digits, out var number) ? number : 0;
    }
}
