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

    /// <summary>Downloads, verifies and unpacks a major version; answers its folder of programs.</summary>
    /// <param name="downloads">Where downloads and unpacked versions are kept.</param>
    /// <param name="major">The newest minor version of this one.</param>
    /// <param name="repository">A mirror in Maven's layout; the public one when null.</param>
    /// <param name="logger">Is told of progress.</param>
    /// <param name="token">Gives up.</param>
    public static async Task<string> RunAsync(
        string downloads,
        int major,
        string? repository,
        ILogger logger,
        CancellationToken token
    )
    {
        var options = new PgServerOptions
        {
            PgVersion = $"{major}",
            DbDir = downloads,
            BinariesDir = downloads,
            Logger = logger,
        };
        if (repository is not null)
            options = options with { MavenRepo = repository };
        await using var server = new PgServer(options);
        await server.InstallAsync(token);
        return Path.Combine(server.InstallDir, "bin");
    }
}
