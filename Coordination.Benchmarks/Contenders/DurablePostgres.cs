using Coordination.Api.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Benchmarks.Contenders;

/// <summary>The PostgreSQL that all contenders share: private, in a folder of its own, and as careful as in production.</summary>
internal sealed class DurablePostgres : IAsyncDisposable
{
    private readonly string folder;
    private readonly PrivatePostgres postgres;

    private DurablePostgres(string folder, PrivatePostgres postgres) =>
        (this.folder, this.postgres) = (folder, postgres);

    internal static async Task<DurablePostgres> StartAsync()
    {
        var temporary = Path.Combine(Path.GetTempPath(), $"coordination-benchmarks-{Guid.NewGuid():N}");
        var options = new PrivatePostgresOptions { Folder = temporary };
        var started = new DurablePostgres(
            temporary,
            await PrivatePostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None)
        );
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            if (await started.Server().ReadAsync<string>($"select current_setting('{setting}')") is not "on")
                throw new InvalidOperationException($"{setting} is not on: the figures would mean nothing.");
        return started;
    }

    /// <summary>An empty database; every contender gets the same settings of the driver.</summary>
    internal async Task<DatabaseUnderTest> CreateAsync(string name)
    {
        await Server().ExecuteAsync($"create database {name}");
        return new(
            new NpgsqlConnectionStringBuilder(postgres.ConnectionStringFor(name))
            {
                NoResetOnClose = true,
                MaxAutoPrepare = 60,
                AutoPrepareMinUsages = 2,
                MaxPoolSize = 32,
            }.ConnectionString
        );
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private DatabaseUnderTest Server() => new(postgres.ConnectionString);
}
