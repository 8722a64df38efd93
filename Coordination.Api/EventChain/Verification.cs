using Coordination.Domain;

namespace Coordination.Api.EventChain;

/// <summary>What has been found wrong first.</summary>
internal enum ChainFaultKind
{
    /// <summary>The event is not what was recorded.</summary>
    Changed,

    /// <summary>The event is not there any more.</summary>
    Removed,

    /// <summary>The event was not there.</summary>
    Inserted,

    /// <summary>The event was recorded at another position.</summary>
    Moved,

    /// <summary>A batch does not follow from the one before.</summary>
    ChainDamaged,

    /// <summary>The chain ends before the head that was kept.</summary>
    CutOff,

    /// <summary>The chain has another digest where the head was kept: events and chain have been written anew.</summary>
    Rewritten,
}

/// <summary>The first thing that does not fit.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Position">Position of the event; where it is no single one, of the last event that is known to be good.</param>
/// <param name="RecordedAt">The position at which a moved event was recorded.</param>
/// <param name="Stream">Stream of the event as it stands now.</param>
/// <param name="Version">Its version as it stands now.</param>
/// <param name="Event">Its stored name as it stands now.</param>
/// <param name="Detail">A whole sentence.</param>
internal sealed record ChainFault(
    ChainFaultKind Kind,
    long Batch,
    long Position,
    long? RecordedAt,
    string? Stream,
    long? Version,
    string? Event,
    string Detail
);

/// <summary>What a verification of the events against their chain has found.</summary>
/// <param name="Intact">Whether everything fits.</param>
/// <param name="Batches">Batches that fit, from the first.</param>
/// <param name="Events">Events that fit, from the first.</param>
/// <param name="Pending">Events after the end of the chain: recorded in the last second, and not vouched for yet.</param>
/// <param name="Head">The end of what fits; none where there is nothing.</param>
/// <param name="FirstFault">What does not fit first.</param>
internal sealed record Verification(
    bool Intact,
    long Batches,
    long Events,
    long Pending,
    ChainHead? Head,
    ChainFault? FirstFault
)
{
    /// <summary>The result as a sentence.</summary>
    internal string Sentence =>
        FirstFault is { } fault
            ? $"{fault.Detail} {Events} events before it fit the chain."
            : $"{Events} events in {Batches} batches fit the chain, whose head is {Head?.ToString() ?? "none"}; "
                + $"{Pending} later events are not in it yet.";
}
