using System.Net;
using System.Net.Sockets;

namespace Coordination.Api.EmbeddedPostgres;

/// <summary>A free port of this machine; the last one is tried first, so that tools find the database again.</summary>
internal static class ServerPort
{
    public static int Choose(ClusterFolder folder) => Remembered(folder) is { } port && IsFree(port) ? port : AnyFree();

    public static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static void Remember(ClusterFolder folder, int port) => File.WriteAllText(folder.Port, $"{port}\n");

    private static int? Remembered(ClusterFolder folder) =>
        File.Exists(folder.Port) && ushort.TryParse(File.ReadAllText(folder.Port), out var port) && port > 0
            ? port
            : null;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
