using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Faults;

/// <summary>
/// Stands between a client and PostgreSQL and can stop it in the middle of a batch, as a process stops that had sent the first part of it.
/// </summary>
internal sealed class StoppingRelay : IAsyncDisposable
{
    /// <summary>The message that ends a batch: until it comes, PostgreSQL waits for more.</summary>
    private const int SyncBytes = 5;

    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly TcpClient server = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Task relaying;
    private volatile bool stops;

    private StoppingRelay(string host, int port)
    {
        listener.Start();
        relaying = RelayAsync(host, port);
    }

    internal static StoppingRelay To(string host, int port) => new(host, port);

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What the client sends next arrives without its end, and nothing after it.</summary>
    internal void StopInNextBatch() => stops = true;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await relaying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        server.Dispose();
        closing.Dispose();
    }

    private async Task RelayAsync(string host, int port)
    {
        using var client = await listener.AcceptTcpClientAsync(closing.Token);
        await server.ConnectAsync(host, port, closing.Token);
        var sending = SendAsync(client.GetStream());
        await server.GetStream().CopyToAsync(client.GetStream(), closing.Token);
        client.Close();
        await sending;
    }

    private async Task SendAsync(NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        while (await client.ReadAsync(buffer, closing.Token) is > 0 and var read)
        {
            var sent = stops ? read - SyncBytes : read;
            await server.GetStream().WriteAsync(buffer.AsMemory(0, sent), closing.Token);
            if (stops)
                return;
        }
    }
}
