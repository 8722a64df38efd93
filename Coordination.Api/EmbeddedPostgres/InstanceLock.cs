namespace Coordination.Api.EmbeddedPostgres;

/// <summary>One instance per folder: held by an open file, so that it ends with the process however that ends.</summary>
internal static class InstanceLock
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    public static FileStream Take(ClusterFolder folder)
    {
        try
        {
            return new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new EmbeddedPostgresException(
                $"Another instance is already running with the data in {folder.Root}. "
                    + $"Stop it first, or name another folder with {DataFolder.Variable}.",
                e
            );
        }
    }

    private static bool IsHeld(IOException e) =>
        e.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows;
}
