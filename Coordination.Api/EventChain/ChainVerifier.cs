using System.Data;
using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.EventChain;

/// <summary>
/// Holds the events against their chain, from the first on, in one snapshot and a few pages at a time, and names what does not fit first.
/// </summary>
internal sealed class ChainVerifier(NpgsqlDataSource dataSource)
{
    /// <summary>Batches that are held at once: 4 MB.</summary>
    private const int Page = 100;

    internal async Task<Verification> VerifyAsync(KeptHead? kept, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var store = new ChainStore(connection);
        ChainBatch? last = null;
        var events = 0L;
        Verification Found(ChainFault fault, int before = 0) =>
            new(Intact: false, last?.Number ?? 0, events + before, 0, last?.Head, fault);

        for (var page = await store.PageAsync(null, Page, cancellation); page.Count > 0; )
        {
            var sound = Sound(page, last);
            var (fitting, mismatch) = await CompareAsync(store, last?.Last ?? long.MinValue, sound, cancellation);
            if (mismatch is not null)
                return Found(await ChainFaults.OfEventAsync(mismatch, store, cancellation), fitting);
            foreach (var batch in sound)
            {
                if (batch.Number == kept?.Batch && batch.Head.Digest != kept.Digest)
                    return Found(ChainFaults.Rewritten(batch.Number, last));
                (last, events) = (batch, events + batch.Events);
            }
            if (sound.Count < page.Count)
                return Found(ChainFaults.Damaged(page[sound.Count], last));
            page = await store.PageAsync(last, Page, cancellation);
        }
        return kept?.Batch > (last?.Number ?? 0)
            ? Found(ChainFaults.CutOff(kept, last))
            : new(
                Intact: true,
                last?.Number ?? 0,
                events,
                await store.CountAfterAsync(last, cancellation),
                last?.Head,
                null
            );
    }

    /// <summary>The batches up to the first that does not follow from the one before.</summary>
    private static List<ChainBatch> Sound(List<ChainBatch> page, ChainBatch? last)
    {
        var sound = new List<ChainBatch>();
        foreach (var batch in page)
        {
            if (!batch.Follows(last))
                break;
            sound.Add(batch);
            last = batch;
        }
        return sound;
    }

    /// <summary>How many events fit the entries of batches, and the first place where the two differ.</summary>
    private static async Task<(int Fitting, Mismatch? Mismatch)> CompareAsync(
        ChainStore store,
        long after,
        List<ChainBatch> batches,
        CancellationToken cancellation
    )
    {
        if (batches.Count == 0)
            return (0, null);
        using var expected = batches
            .SelectMany(batch => Enumerable.Range(0, batch.Events).Select(index => (Batch: batch, Index: index)))
            .GetEnumerator();
        var fitting = 0;
        await foreach (var (position, digest) in store.EventsAsync(after, batches[^1].Last, int.MaxValue, cancellation))
        {
            var isThere = expected.MoveNext();
            var (batch, index) = isThere ? expected.Current : (batches[^1], 0);
            if (!isThere || position < batch.PositionAt(index))
                return (fitting, new(ChainFaultKind.Inserted, batch.Number, position, digest));
            if (position > batch.PositionAt(index))
                return (fitting, new(ChainFaultKind.Removed, batch.Number, batch.PositionAt(index), null));
            if (!batch.DigestAt(index).SequenceEqual(digest))
                return (fitting, new(ChainFaultKind.Changed, batch.Number, position, digest));
            fitting++;
        }
        return expected.MoveNext()
            ? (
                fitting,
                new(
                    ChainFaultKind.Removed,
                    expected.Current.Batch.Number,
                    expected.Current.Batch.PositionAt(expected.Current.Index),
                    null
                )
            )
            : (fitting, null);
    }
}

/// <summary>Where events and chain differ.</summary>
/// <param name="Kind">In what way, at first sight.</param>
/// <param name="Batch">Number of the batch that covers the position.</param>
/// <param name="Position">The position.</param>
/// <param name="Digest">Digest of the event that stands there now; none where none does.</param>
internal sealed record Mismatch(ChainFaultKind Kind, long Batch, long Position, byte[]? Digest);
