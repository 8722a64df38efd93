namespace Coordination.Api.EventChain;

/// <summary>Says what is wrong, as whole sentences.</summary>
internal static class ChainFaults
{
    /// <summary>An event that does not fit; one that was recorded elsewhere has been moved.</summary>
    internal static async Task<ChainFault> OfEventAsync(
        Mismatch found,
        ChainStore store,
        CancellationToken cancellation
    )
    {
        var (kind, batch, position, digest) = found;
        if (digest is null)
            return new(
                kind,
                batch,
                position,
                null,
                null,
                null,
                null,
                $"The event at position {position} (batch {batch}) has been removed."
            );
        var recordedAt = await store.RecordedAtAsync(digest, cancellation);
        kind = recordedAt is null ? kind : ChainFaultKind.Moved;
        var (stream, version, type) = await store.EventAtAsync(position, cancellation);
        var what = $"event at position {position} (batch {batch}), now '{type}' {version} of stream '{stream}',";
        var detail = kind switch
        {
            ChainFaultKind.Moved => $"The {what} was recorded at position {recordedAt}: the order has been changed.",
            ChainFaultKind.Inserted => $"The {what} has been inserted.",
            _ => $"The {what} is not what was recorded: it has been changed.",
        };
        return new(kind, batch, position, recordedAt, stream, version, type, detail);
    }

    internal static ChainFault Damaged(ChainBatch batch, ChainBatch? last) =>
        OfChain(
            ChainFaultKind.ChainDamaged,
            batch.Number,
            last,
            $"Batch {batch.Number} of the chain does not follow from what lies before it: the chain itself has been changed after"
        );

    internal static ChainFault Rewritten(long batch, ChainBatch? last) =>
        OfChain(
            ChainFaultKind.Rewritten,
            batch,
            last,
            $"Batch {batch} of the chain is not the one whose head was kept: events and chain have been written anew, in it or before, which ends after"
        );

    internal static ChainFault CutOff(KeptHead kept, ChainBatch? last) =>
        OfChain(
            ChainFaultKind.CutOff,
            kept.Batch,
            last,
            $"The chain ends before batch {kept.Batch}, whose head was kept: events and chain have been cut off after"
        );

    private static ChainFault OfChain(ChainFaultKind kind, long batch, ChainBatch? last, string detail) =>
        new(kind, batch, last?.Last ?? 0, null, null, null, null, $"{detail} position {last?.Last ?? 0}.");
}
