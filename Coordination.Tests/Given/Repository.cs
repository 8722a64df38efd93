namespace Coordination.Tests;

/// <summary>The folder that all of the sources lie in.</summary>
internal static class Repository
{
    internal static readonly string Root = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Coordination.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
