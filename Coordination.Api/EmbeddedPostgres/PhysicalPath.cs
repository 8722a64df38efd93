namespace Coordination.Api.EmbeddedPostgres;

/// <summary>A path without symbolic links, as the operating system names the working folder of a process.</summary>
internal static class PhysicalPath
{
    public static string Of(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var parts = path[root.Length..]
            .Split(
                [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar],
                StringSplitOptions.RemoveEmptyEntries
            );
        return parts.Aggregate(root, (parent, part) => Followed(Path.Combine(parent, part)));
    }

    private static string Followed(string path) =>
        new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: false) is { } target ? Of(target.FullName) : path;
}
