using System.Diagnostics.Metrics;
using Coordination.Api.Observability;
using Npgsql;

namespace Coordination.Api.EventChain;

/// <summary>
/// Makes the chain, beside the appends: once a second it looks whether positions have been given out, and writes what has become final as
/// batches. Every node does; a lock that ends with the transaction lets one at a time. A batch and its digest are one row of one transaction,
/// and the next begins at the last row, so that a builder may be killed at any moment.
/// </summary>
internal sealed partial class ChainBuilder(
    NpgsqlDataSource dataSource,
    FinalPositions positions,
    TimeProvider clock,
    ILogger<ChainBuilder> logger
) : BackgroundService
{
    /// <summary>"selc": batches are made by one at a time, on all nodes.</summary>
    private const int Lock = 0x73656C63;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The last position known to be given out, and the one up to which every event is known to be in the chain.</summary>
    private long given;
    private long reached;

    /// <summary>
    /// Makes the chain reach every event that has been committed by now, and gives its head; none when a transaction that may still record
    /// one has not ended within two seconds, or when there are no events.
    /// </summary>
    internal async Task<ChainHead?> CatchUpAsync(CancellationToken cancellation)
    {
        var upTo = await positions.LastGivenAsync(cancellation);
        if (!await positions.AreSettledAsync(cancellation))
            return null;
        while (await BuildAsync(upTo, isPatient: true, cancellation) == Built.Page) { }
        return await HeadAsync(cancellation);
    }

    /// <summary>The end of the chain as it is; it may be a second behind the events.</summary>
    internal async Task<ChainHead?> HeadAsync(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        return (await new ChainStore(connection).LastAsync(cancellation))?.Head;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(Telemetry.Meter);
        meter.CreateObservableGauge(
            "coordination.chain.lag",
            () => Math.Max(0, Volatile.Read(ref given) - Volatile.Read(ref reached)),
            "{events}",
            "How far the chain of events is behind."
        );
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // What was not written will be, by whichever node is next.
                LogAway(logger, away.Message);
            }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var upTo = await positions.LastGivenAsync(cancellation);
        Volatile.Write(ref given, upTo);
        if (upTo == reached || !await positions.AreSettledAsync(cancellation))
            return;
        Built built;
        while ((built = await BuildAsync(upTo, isPatient: false, cancellation)) == Built.Page) { }
        if (built == Built.All)
            Volatile.Write(ref reached, upTo);
    }

    private enum Built
    {
        /// <summary>Another node is at it.</summary>
        Nothing,

        /// <summary>A batch; there may be more.</summary>
        Page,

        /// <summary>All that there was.</summary>
        All,
    }

    private async Task<Built> BuildAsync(long upTo, bool isPatient, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var take = isPatient
            ? $"select true from (select pg_advisory_xact_lock({Lock})) taken"
            : $"select pg_try_advisory_xact_lock({Lock})";
        await using (var turn = new NpgsqlCommand(take, connection, transaction))
            if (!(bool)(await turn.ExecuteScalarAsync(cancellation))!)
                return Built.Nothing;
        var store = new ChainStore(connection);
        var last = await store.LastAsync(cancellation);
        var entries = await store
            .EventsAsync(last?.Last ?? long.MinValue, upTo, ChainBatch.Most, cancellation)
            .ToListAsync(cancellation);
        if (entries.Count == 0)
            return Built.All;
        await store.InsertAsync(ChainBatch.After(last, entries), cancellation);
        await transaction.CommitAsync(cancellation);
        return entries.Count < ChainBatch.Most ? Built.All : Built.Page;
    }

    [LoggerMessage(LogLevel.Debug, "The chain of events cannot be continued: {Reason}.")]
    private static partial void LogAway(ILogger logger, string reason);
}
