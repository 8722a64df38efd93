using MysticMind.PostgresEmbed;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>PostgreSQL fetched by MysticMind.PostgresEmbed, which checks and unpacks it but does not run it here.</summary>
internal static class PostgresDownload
{
    public const int Major = 17;

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 5 };

    public static IEnumerable<string> Folders(string downloads) =>
        Directory.Exists(downloads)
            ? Directory.EnumerateDirectories(downloads, "bin", Deep).OrderDescending(StringComparer.Ordinal)
            : [];

    public static async Task<string> RunAsync(string downloads, int major, ILogger logger, CancellationToken token)
    {
        var options = new PgServerOptions
        {
            PgVersion = $"{major}",
            DbDir = downloads,
            BinariesDir = downloads,
            Logger = logger,
        };
        await using var server = new PgServer(options);
        await server.InstallAsync(token);
        return Path.Combine(server.InstallDir, "bin");
    }
}
