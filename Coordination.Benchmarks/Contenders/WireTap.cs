using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Coordination.Benchmarks.Contenders;

/// <summary>
/// Stands between a contender and PostgreSQL and counts round trips: each time the contender sends after the server has answered.
/// Only transactions count in which the mark is sent, so that what projections do meanwhile is left out.
/// </summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly int target;
    private long roundTrips;
    private long transactions;

    internal WireTap(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What a transaction must contain to count; without one all count.</summary>
    internal string Mark { get; set; } = "";

    internal (long RoundTrips, long Transactions) Counted =>
        (Interlocked.Read(ref roundTrips), Interlocked.Read(ref transactions));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            (client.NoDelay, server.NoDelay) = (true, true);
            var conversation = new Conversation(this);
            await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), conversation.Sent),
                PumpAsync(server.GetStream(), client.GetStream(), conversation.Answered)
            );
        }
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> look)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer)) > 0; )
        {
            look(buffer.AsMemory(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    /// <summary>One connection, transaction by transaction.</summary>
    private sealed class Conversation(WireTap tap)
    {
        /// <summary>ReadyForQuery, idle: how the last answer of a transaction ends.</summary>
        private static readonly byte[] Idle = [(byte)'Z', 0, 0, 0, 5, (byte)'I'];

        private bool isAnswering = true;
        private bool isMarked;
        private int trips;

        internal void Sent(ReadOnlyMemory<byte> bytes)
        {
            isMarked |= bytes.Span.IndexOf(Encoding.ASCII.GetBytes(tap.Mark)) >= 0;
            if (isAnswering)
                trips++;
            isAnswering = false;
        }

        internal void Answered(ReadOnlyMemory<byte> bytes)
        {
            isAnswering = true;
            if (!bytes.Span.EndsWith(Idle))
                return;
            if (isMarked)
            {
                Interlocked.Add(ref tap.roundTrips, trips);
                Interlocked.Increment(ref tap.transactions);
            }
            (trips, isMarked) = (0, false);
        }
    }
}
