using Npgsql;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>The PostgreSQL that the application brings up for itself, and takes down with itself.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Database = "coordination";

    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FileStream held;
    private readonly IServer server;
    private readonly ServerConnection connection;
    private bool stopping;

    private PrivatePostgres(FileStream held, IServer server, ServerConnection connection)
    {
        (this.held, this.server, this.connection) = (held, server, connection);
        _ = WatchAsync();
    }

    public string ConnectionString => ConnectionStringFor(Database);

    /// <summary>Completes when the server dies although nobody here stopped it.</summary>
    public Task Exited => exited.Task;

    internal int ServerPid => server.Pid;

    public static async Task<PrivatePostgres> StartAsync(
        PrivatePostgresOptions options,
        ILogger logger,
        CancellationToken token
    )
    {
        try
        {
            return await StartAsync(ClusterFolder.Open(options.Folder), options, logger, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The folder {options.Folder} for the data cannot be written: {e.Message} "
                    + $"Make room and make it writable, or name another folder with {DataFolder.Variable}.",
                e
            );
        }
    }

    public string ConnectionStringFor(string database) => connection.To(database);

    public async ValueTask DisposeAsync()
    {
        if (stopping)
        {
            return;
        }

        stopping = true;
        NpgsqlConnection.ClearAllPools();
        await server.StopAsync();
        await held.DisposeAsync();
    }

    private static async Task<PrivatePostgres> StartAsync(
        ClusterFolder folder,
        PrivatePostgresOptions options,
        ILogger logger,
        CancellationToken token
    )
    {
        var taken = InstanceLock.Take(folder);
        try
        {
            var cluster = await ClusterPreparation.RunAsync(folder, options, logger, token);
            var password = Password.Read(folder);
            var (server, port) = await ServerStart.RunAsync(cluster, token);
            logger.Started(cluster.Binaries.Major, port, folder.Root);
            return await ConnectedAsync(new PrivatePostgres(taken, server, new(port, password)), folder, token);
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    private static async Task<PrivatePostgres> ConnectedAsync(
        PrivatePostgres postgres,
        ClusterFolder folder,
        CancellationToken token
    )
    {
        try
        {
            await postgres.connection.CreateDatabaseIfAbsentAsync(Database, token);
            return postgres;
        }
        catch (Exception e)
        {
            await postgres.DisposeAsync();
            throw e is not NpgsqlException
                ? e
                : new EmbeddedPostgresException(
                    $"PostgreSQL runs but does not serve the data in {folder.Data}: {e.Message} See {folder.Log}.",
                    e
                );
        }
    }

    private async Task WatchAsync()
    {
        await server.Ended;
        if (!stopping)
        {
            exited.TrySetResult();
        }
    }
}
