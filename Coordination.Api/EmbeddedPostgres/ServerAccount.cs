namespace Coordination.Api.EmbeddedPostgres;

/// <summary>The system user that PostgreSQL runs as; without a name it is the user of the application.</summary>
internal sealed record ServerAccount(string? Name)
{
    private const string Users = "/etc/passwd";
    private static readonly ServerAccount OfApplication = new((string?)null);

    // PostgreSQL refuses to run as root.
    public static ServerAccount Current() =>
        OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess
            ? OfApplication
            : new ServerAccount(Exists("postgres") ? "postgres" : "nobody");

    /// <summary>Creates the folder of the server and hands it over.</summary>
    public async Task PrepareAsync(ClusterFolder folder, CancellationToken token)
    {
        folder.CreateServerFolder();
        await OwnAsync(folder.Server, token);
        if (Name is not null)
        {
            await RequireEntryAsync(folder, token);
        }
    }

    public async Task OwnAsync(string path, CancellationToken token)
    {
        if (Name is null)
        {
            return;
        }

        var result = await new Tool("chown", [$"{Name}:", path], OfApplication, "/").RunAsync(token);
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException($"{path} cannot be given to the user {Name}: {result.Output}");
        }
    }

    private async Task RequireEntryAsync(ClusterFolder folder, CancellationToken token)
    {
        var entry = await new Tool("/bin/sh", ["-c", ":"], this, folder.Server).RunAsync(token);
        if (!entry.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"The folder {folder.Root} cannot be reached by the system user {Name}, who runs PostgreSQL because "
                    + $"PostgreSQL refuses root ({entry.Output}). Name another folder with {DataFolder.Variable}."
            );
        }
    }

    private static bool Exists(string user) =>
        File.Exists(Users) && File.ReadLines(Users).Any(l => l.StartsWith($"{user}:", StringComparison.Ordinal));
}
