using System.Threading.RateLimiting;

namespace Coordination.Api.Commands;

/// <summary>
/// Lets so many commands work on the database at once that views and projections keep connections of their own. Others wait for a
/// bounded time in a bounded queue: when the database is slow or away, they are told so soon instead of piling up.
/// </summary>
internal sealed class CommandGate(int connections) : IDisposable
{
    private const int WaitingPerConnection = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter limiter = new(
        new()
        {
            PermitLimit = Math.Max(1, connections * 3 / 4),
            QueueLimit = connections * WaitingPerConnection,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>A turn, to be given back; none when there are too many before.</summary>
    internal async Task<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var turn = await limiter.AcquireAsync(1, patience.Token);
            return turn.IsAcquired ? turn : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => limiter.Dispose();
}
