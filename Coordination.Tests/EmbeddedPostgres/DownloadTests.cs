using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Coordination.Api.EmbeddedPostgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Tests.EmbeddedPostgres;

/// <summary>The download against a repository on this machine that serves the installed PostgreSQL, packed as the public one packs.</summary>
public sealed class DownloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_downloaded_PostgreSQL_is_unpacked_and_serves_data()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xz"), "Packing the archive needs xz.");
        var folder = TestFolder.New();
        await using var repository = await ServeAsync(Pack(folder), isIntact: true);

        var bin = await DownloadAsync(folder, repository);
        await using (var postgres = await StartAsync(folder, bin))
        await using (var connection = new NpgsqlConnection(postgres.ConnectionString))
        {
            await connection.OpenAsync(Token);
            Assert.StartsWith(Path.Combine(folder, "downloads"), bin, StringComparison.Ordinal);
        }
        Assert.Contains(bin, PostgresDownload.Folders(Path.Combine(folder, "downloads")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_archive_that_is_not_what_its_checksum_says_is_refused()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xz"), "Packing the archive needs xz.");
        var folder = TestFolder.New();
        await using var repository = await ServeAsync(Pack(folder), isIntact: false);
        await Assert.ThrowsAnyAsync<Exception>(() => DownloadAsync(folder, repository));
        Directory.Delete(folder, recursive: true);
    }

    private static Task<string> DownloadAsync(string folder, WebApplication repository) =>
        PostgresDownload.RunAsync(
            Path.Combine(folder, "downloads"),
            15,
            repository.Urls.Single(),
            NullLogger.Instance,
            Token
        );

    private static Task<PrivatePostgres> StartAsync(string folder, string bin)
    {
        // Reachable for the user that the server runs as.
        Run("chmod", "-R", "a+rX", folder);
        var options = new PrivatePostgresOptions
        {
            Folder = Path.Combine(folder, "cluster"),
            Binaries = bin,
            Durable = false,
        };
        return PrivatePostgres.StartAsync(options, NullLogger.Instance, Token);
    }

    private static byte[] Pack(string folder)
    {
        Directory.CreateDirectory(folder);
        var installed = InstalledPostgres.Folders().First(bin => File.Exists(Path.Combine(bin, "initdb")));
        var archive = Path.Combine(folder, "postgres.txz");
        Run(
            "tar",
            "--use-compress-program=xz -0",
            "--hard-dereference",
            "-chf",
            archive,
            "-C",
            Path.GetDirectoryName(installed)!,
            "bin",
            "lib"
        );
        var jar = Path.Combine(folder, "postgres.jar");
        using (var zip = ZipFile.Open(jar, ZipArchiveMode.Create))
            zip.CreateEntryFromFile(archive, "postgres-linux.txz", CompressionLevel.NoCompression);
        return File.ReadAllBytes(jar);
    }

    private static async Task<WebApplication> ServeAsync(byte[] jar, bool isIntact)
    {
        const string versions =
            "<metadata><versioning><versions><version>15.0.0</version></versions></versioning></metadata>";
        var checksum = Convert.ToHexStringLower(SHA256.HashData(isIntact ? jar : [.. jar, 0]));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet(
            "/{**path}",
            (string path) =>
                Path.GetExtension(path) switch
                {
                    ".xml" => Results.Text(versions, "text/xml"),
                    ".sha256" => Results.Text(checksum),
                    ".jar" => Results.Bytes(jar),
                    _ => Results.NotFound(),
                }
        );
        await app.StartAsync(Token);
        return app;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
