namespace Coordination.Domain.Programs;

/// <summary>A payment of a file.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Program">Number of the program.</param>
/// <param name="Payment">The payment; it names its line, or equal rows could not be told.</param>
public sealed record RealisationRow(int Row, string Program, RealiseFunds Payment);

/// <summary>What became of a row.</summary>
public enum RealisationResult
{
    /// <summary>A payment that is new.</summary>
    Recorded,

    /// <summary>A payment that was recorded before.</summary>
    AlreadyRecorded,

    /// <summary>A rule refuses it.</summary>
    Refused,
}

/// <summary>A row's result.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Program">Number of the program, as the file has it.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Line">The line it was paid from.</param>
/// <param name="Number">The payment's number within the program.</param>
/// <param name="Rejections">Every rule it breaks.</param>
public sealed record RealisationOutcome(
    int Row,
    string Program,
    RealisationResult Result,
    string? Line,
    int? Number,
    IReadOnlyList<Rejection> Rejections
);
