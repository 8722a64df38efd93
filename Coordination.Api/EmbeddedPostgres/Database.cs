namespace Coordination.Api.EmbeddedPostgres;

/// <summary>
/// The database that the app works on: the one that the connection string <c>coordination</c> names, else a private one. Never one
/// instead of the other on an error: an app that quietly opens an empty database looks like lost data.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly PrivatePostgres? privatePostgres;

    private Database(string connectionString, PrivatePostgres? privatePostgres) =>
        (ConnectionString, this.privatePostgres) = (connectionString, privatePostgres);

    public string ConnectionString { get; }

    public bool IsPrivate => privatePostgres is not null;

    public static async Task<Database> OpenAsync(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("coordination") is { Length: > 0 } given)
            return new(given, null);
        using var loggers = LoggerFactory.Create(logging =>
            logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole()
        );
        var options = new PrivatePostgresOptions
        {
            Folder = DataFolder.Default(configuration[DataFolder.Variable]),
            Binaries = configuration["Coordination:PostgresBinaries"],
            Repository = configuration["Coordination:PostgresRepository"],
        };
        var started = await PrivatePostgres.StartAsync(
            options,
            loggers.CreateLogger<Database>(),
            CancellationToken.None
        );
        return new(started.ConnectionString, started);
    }

    /// <summary>Stops the host when the private server dies.</summary>
    public void Watch(IServiceCollection services)
    {
        if (privatePostgres is not null)
            services.AddSingleton(privatePostgres).AddHostedService<EmbeddedPostgresService>();
    }

    /// <summary>Whether the private server died by itself.</summary>
    public bool HasDied => privatePostgres is { Exited.IsCompleted: true };

    public ValueTask DisposeAsync() => privatePostgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
