namespace Coordination.Api.EmbeddedPostgres;

internal static class DataFolder
{
    public const string Variable = "COORDINATION_DATA";

    public static string Default(string? configured) =>
        Default(configured, !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess);

    // Root's own home is closed to the user that PostgreSQL runs as, hence /var/lib.
    public static string Default(string? configured, bool root)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured);
        }

        return root ? "/var/lib/coordination" : Path.Combine(LocalApplicationData(), "coordination");
    }

    private static string LocalApplicationData()
    {
        // Without DoNotVerify the answer is empty until somebody has created the folder.
        var folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return folder.Length > 0
            ? folder
            : throw new EmbeddedPostgresException(
                $"This user has no home folder to keep the data in. Name a folder with {Variable}."
            );
    }
}
