using Coordination.Api.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Tests.EmbeddedPostgres;

/// <summary>A folder of its own for each test, and what the tests ask of a server.</summary>
public abstract class PostgresTests : IDisposable
{
    private protected string Folder { get; init; } = TestFolder.New();

    private protected ClusterFolder Files => ClusterFolder.Open(Folder);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected Task<PrivatePostgres> StartAsync() => StartAsync(TestFolder.Options(Folder));

    private protected static Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options) =>
        PrivatePostgres.StartAsync(options, NullLogger.Instance, Token);

    private protected static async Task<object?> AskAsync(PrivatePostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }

    /// <summary>The processes that work in the folder: server, backends and watchdog.</summary>
    private protected IReadOnlyList<string> ProcessesInFolder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Working folders of processes are read from /proc.");
        return
        [
            .. Directory
                .GetDirectories("/proc")
                .Where(process => int.TryParse(Path.GetFileName(process), out _))
                .Where(process => WorkingFolder(process).StartsWith(Files.Root, StringComparison.Ordinal)),
        ];
    }

    private static string WorkingFolder(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
