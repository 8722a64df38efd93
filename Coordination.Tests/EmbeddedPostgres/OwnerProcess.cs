using System.Diagnostics;
using Coordination.Api.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.EmbeddedPostgres;

/// <summary>
/// An application to kill: this assembly, started once more with nothing but the explicit test below, which owns a
/// server in the given folder.
/// </summary>
public sealed class OwnerProcess
{
    private const string FolderVariable = "COORDINATION_TEST_OWNER_FOLDER";

    public static string ReadyFile(string folder) => Path.Combine(folder, "owner.ready");

    public static Process Start(string folder)
    {
        var test = $"{typeof(OwnerProcess).FullName}.{nameof(Owns_a_server_until_it_is_killed)}";
        var extension = OperatingSystem.IsWindows() ? ".exe" : null;
        var program = Path.ChangeExtension(typeof(OwnerProcess).Assembly.Location, extension);
        var info = new ProcessStartInfo(program, ["-explicit", "only", "-method", test, "-noLogo"]);
        info.Environment[FolderVariable] = folder;
        return Process.Start(info)!;
    }

    [Fact(Explicit = true)]
    public async Task Owns_a_server_until_it_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "Started by another test, with a folder.");
        var token = TestContext.Current.CancellationToken;
        await using var server = await PrivatePostgres.StartAsync(
            TestFolder.Options(folder),
            NullLogger.Instance,
            token
        );
        await File.WriteAllTextAsync(ReadyFile(folder), "", token);
        await Task.Delay(TimeSpan.FromMinutes(1), token);
    }
}
