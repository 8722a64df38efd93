namespace Coordination.Api.EmbeddedPostgres;

/// <summary>Creates the data folder: complete or not at all, because it gets its name last.</summary>
internal static class Initdb
{
    private const int FirstWithBuiltinLocale = 17;
    private static readonly string[] NoSync = ["--no-sync"];

    public static async Task RunAsync(Cluster cluster, CancellationToken token)
    {
        RemoveUnfinished(cluster.Folder);
        Password.CreateIfAbsent(cluster.Folder);
        await Password.CopyForInitdbAsync(cluster, token);
        try
        {
            Require(await cluster.Tool("initdb", Arguments(cluster)).RunAsync(token), cluster.Folder);
        }
        finally
        {
            File.Delete(cluster.Folder.PasswordForInitdb);
        }

        Directory.Move(cluster.Folder.UnfinishedData, cluster.Folder.Data);
    }

    private static string[] Arguments(Cluster cluster) =>
        [
            $"--pgdata={cluster.Folder.UnfinishedData}",
            $"--pwfile={cluster.Folder.PasswordForInitdb}",
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            .. Locale(cluster.Binaries.Major),
            .. cluster.Durable ? [] : NoSync,
        ];

    // Text sorts by code point: the same on every machine, whatever its C library.
    private static string[] Locale(int major) =>
        major >= FirstWithBuiltinLocale ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        : OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"]
        : ["--locale=C"];

    private static void RemoveUnfinished(ClusterFolder folder)
    {
        if (Directory.Exists(folder.UnfinishedData))
        {
            Directory.Delete(folder.UnfinishedData, recursive: true);
        }
    }

    private static void Require(ToolResult result, ClusterFolder folder)
    {
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL could not create its data in {folder.Data}. initdb says:\n{result.Output}"
            );
        }
    }
}
