namespace Coordination.Api.EmbeddedPostgres;

/// <summary>Everything that is done before the server starts: its user, its binaries, its leftovers, its data.</summary>
internal static class ClusterPreparation
{
    public static async Task<Cluster> RunAsync(
        ClusterFolder folder,
        PrivatePostgresOptions options,
        ILogger logger,
        CancellationToken token
    )
    {
        var account = ServerAccount.Current();
        await account.PrepareAsync(folder, token);
        var binaries = await new BinariesSearch(folder, account, logger).FindAsync(options, token);
        var cluster = new Cluster(folder, binaries, account, options.Durable);
        if (folder.DataMajor() is null)
        {
            logger.Creating(folder.Root, binaries.Major);
            await Initdb.RunAsync(cluster, token);
        }
        else
        {
            await LeftoverServer.StopAsync(cluster, logger, token);
        }

        return cluster;
    }
}
