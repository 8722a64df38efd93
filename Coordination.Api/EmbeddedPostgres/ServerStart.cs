namespace Coordination.Api.EmbeddedPostgres;

/// <summary>Starts the server and waits until it takes connections; a port taken meanwhile is replaced by another.</summary>
internal static class ServerStart
{
    private const int Tries = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    public static async Task<(IServer Server, int Port)> RunAsync(Cluster cluster, CancellationToken token)
    {
        var port = ServerPort.Choose(cluster.Folder);
        for (var attempt = 1; ; attempt++, port = ServerPort.AnyFree())
        {
            ServerLog.StartNew(cluster.Folder);
            if (await TryAsync(cluster, port, token) is { } server)
            {
                ServerPort.Remember(cluster.Folder, port);
                return (server, port);
            }

            if (attempt == Tries || !PortWasTaken(cluster.Folder))
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL does not start with the data in {cluster.Folder.Data}. "
                        + $"The end of its log {cluster.Folder.Log}:\n{ServerLog.Tail(cluster.Folder)}"
                );
            }
        }
    }

    private static async Task<IServer?> TryAsync(Cluster cluster, int port, CancellationToken token)
    {
        var server = await StartAsync(cluster, ServerSettings.Arguments(port, cluster.Durable));
        try
        {
            return server is not null && await IsReadyAsync(server, cluster.Folder, port, token) ? server : null;
        }
        catch (OperationCanceledException)
        {
            await server!.StopAsync();
            throw;
        }
    }

    private static async Task<IServer?> StartAsync(Cluster cluster, string[] settings) =>
        OperatingSystem.IsWindows()
            ? await WindowsServer.StartAsync(cluster, settings)
            : await WatchedServer.StartAsync(cluster, settings);

    // No limit in time: replaying its log after a crash may take minutes, and is not to be cut short.
    private static async Task<bool> IsReadyAsync(
        IServer server,
        ClusterFolder folder,
        int port,
        CancellationToken token
    )
    {
        while (!server.Ended.IsCompleted)
        {
            if (PostmasterFile.Read(folder) == new PostmasterFile(server.Pid, port, Ready: true))
            {
                return true;
            }

            await Task.Delay(Poll, token);
        }

        return false;
    }

    private static bool PortWasTaken(ClusterFolder folder) =>
        ServerLog.Tail(folder).Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
}
