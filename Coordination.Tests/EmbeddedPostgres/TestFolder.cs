using Coordination.Api.EmbeddedPostgres;

namespace Coordination.Tests.EmbeddedPostgres;

/// <summary>Folders for the clusters of tests, all in one place, so that those of killed runs are found again.</summary>
internal static class TestFolder
{
    private static readonly string Place = Path.Combine(
        Path.GetTempPath(),
        $"coordination-tests-{Environment.UserName}"
    );

    public static string New() => Path.Combine(Place, Guid.NewGuid().ToString("N"));

    public static PrivatePostgresOptions Options(string folder) =>
        new()
        {
            Folder = folder,
            Durable = false,
            DownloadFolder = Path.Combine(Path.GetTempPath(), "coordination-tests-binaries"),
        };

    /// <summary>Deletes what killed runs have left; a young folder may be that of a run that is just starting.</summary>
    public static void SweepLeftovers()
    {
        var limit = DateTime.UtcNow.AddMinutes(-10);
        foreach (var folder in Directory.Exists(Place) ? Directory.GetDirectories(Place) : [])
        {
            if (Directory.GetLastWriteTimeUtc(folder) < limit)
            {
                DeleteUnlessInUse(folder);
            }
        }
    }

    private static void DeleteUnlessInUse(string folder)
    {
        try
        {
            InstanceLock.Take(ClusterFolder.Open(folder)).Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
        {
            // In use, or just being deleted by another run.
        }
    }
}
