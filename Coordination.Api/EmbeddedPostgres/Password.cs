using System.Security.Cryptography;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>The password of the database user: made once, kept in a file that only this user may read.</summary>
internal static class Password
{
    public static string Read(ClusterFolder folder) =>
        Stored(folder)
        ?? throw new EmbeddedPostgresException(
            $"The password of the database is missing: {folder.Password}. "
                + $"Restore this file; the data in {folder.Data} needs it."
        );

    // One that is there stays: the data it belongs to may be only moved away for a while.
    public static void CreateIfAbsent(ClusterFolder folder)
    {
        if (Stored(folder) is null)
        {
            Write(folder.Password, RandomNumberGenerator.GetHexString(48, lowercase: true));
        }
    }

    /// <summary>A copy that initdb, running as the server's user, may read; the caller deletes it.</summary>
    public static async Task CopyForInitdbAsync(Cluster cluster, CancellationToken token)
    {
        Write(cluster.Folder.PasswordForInitdb, Read(cluster.Folder));
        await cluster.Account.OwnAsync(cluster.Folder.PasswordForInitdb, token);
    }

    private static string? Stored(ClusterFolder folder) =>
        File.Exists(folder.Password) && File.ReadAllText(folder.Password).Trim() is { Length: > 0 } password
            ? password
            : null;

    private static void Write(string path, string password)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // The mode counts for a new file only.
        File.Delete(path);
        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(password));
        file.Flush(flushToDisk: true);
    }
}
