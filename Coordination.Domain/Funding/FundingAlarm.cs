namespace Coordination.Domain.Funding;

/// <summary>What about a program's money needs a look.</summary>
public enum FundingAlarmKind
{
    /// <summary>Allocated, and nothing realised by 30 September.</summary>
    Unrealised,

    /// <summary>A request that nobody has answered for 30 days.</summary>
    Unanswered,

    /// <summary>The realised share of what is allocated is more than 20 points above the progress.</summary>
    AheadOfProgress,

    /// <summary>What a program gives is not what the receiver's line says.</summary>
    TransferDiffers,
}

/// <summary>An alarm on one program's money.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Program">Number of the program.</param>
/// <param name="Title">Its title.</param>
/// <param name="Government">Its government.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Line">The line or request; none where it is about all lines together.</param>
/// <param name="Source">The source, where it is about one.</param>
/// <param name="Amount">Rupiah that it is about.</param>
/// <param name="Detail">A whole sentence with the figures.</param>
public sealed record FundingAlarm(
    FundingAlarmKind Kind,
    string Program,
    string Title,
    string Government,
    string Priority,
    string? Line,
    string? Source,
    decimal Amount,
    Sentence Detail
);
