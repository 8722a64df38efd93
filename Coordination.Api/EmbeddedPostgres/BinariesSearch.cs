namespace Coordination.Api.EmbeddedPostgres;

/// <summary>Finds binaries for the data: the configured folder alone, else installed, else downloaded before, else now.</summary>
internal sealed class BinariesSearch(ClusterFolder folder, ServerAccount account, ILogger logger)
{
    private readonly int? dataMajor = folder.DataMajor();

    public Task<PostgresBinaries> FindAsync(PrivatePostgresOptions options, CancellationToken token) =>
        options.Binaries is { } configured
            ? ConfiguredAsync(configured, token)
            : AnywhereAsync(options.DownloadFolder ?? folder.Binaries, options.Repository, token);

    private async Task<PostgresBinaries> ConfiguredAsync(string configured, CancellationToken token)
    {
        var binaries =
            await PostgresBinaries.InspectAsync(Path.GetFullPath(configured), account, token)
            ?? throw new EmbeddedPostgresException(
                $"The configured folder {configured} has no PostgreSQL that runs here (initdb, postgres, pg_ctl)."
            );
        return binaries.Fits(dataMajor) ? binaries : throw new EmbeddedPostgresException(DoesNotFit([binaries]));
    }

    private async Task<PostgresBinaries> AnywhereAsync(string downloads, string? repository, CancellationToken token)
    {
        var others = new List<PostgresBinaries>();
        foreach (
            var candidate in InstalledPostgres
                .Folders()
                .Concat(PostgresDownload.Folders(downloads))
                .Distinct(StringComparer.Ordinal)
        )
        {
            var binaries = await PostgresBinaries.InspectAsync(candidate, account, token);
            if (binaries?.Fits(dataMajor) == true)
            {
                return binaries;
            }

            others.AddRange(binaries is null ? [] : [binaries]);
        }

        return await DownloadAsync(downloads, repository, others, token);
    }

    private async Task<PostgresBinaries> DownloadAsync(
        string downloads,
        string? repository,
        IReadOnlyList<PostgresBinaries> others,
        CancellationToken token
    )
    {
        try
        {
            logger.Downloading(downloads);
            var major = dataMajor ?? PostgresDownload.Major;
            var bin = await PostgresDownload.RunAsync(downloads, major, repository, logger, token);
            return await PostgresBinaries.InspectAsync(bin, account, token)
                ?? throw new EmbeddedPostgresException($"the downloaded PostgreSQL in {bin} does not run here");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new EmbeddedPostgresException($"{DoesNotFit(others)} Downloading it failed: {e.Message}", e);
        }
    }

    private string DoesNotFit(IReadOnlyList<PostgresBinaries> others)
    {
        var found = others.Count == 0 ? "none" : string.Join(", ", others.Select(o => $"{o.Major} in {o.Folder}"));
        return dataMajor is { } major
            ? $"The data in {folder.Data} was written by PostgreSQL {major} and only that version can open it; "
                + $"found here: {found}. Install PostgreSQL {major} ({InstallLine.OfThisSystem(major)}), "
                + $"or move the data to another version with pg_upgrade or pg_dump."
            : $"No PostgreSQL 14 or newer was found (found: {found}). There are three ways out: install it "
                + $"({InstallLine.OfThisSystem(null)}); or name a running one in ConnectionStrings__coordination; "
                + "or start everything with docker compose.";
    }
}
