namespace Coordination.Domain.Funding;

/// <summary>What another system says of a document: so much from that source.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Document">The document's number, as written there.</param>
/// <param name="Source">Code of the funding source.</param>
/// <param name="Amount">Rupiah.</param>
public sealed record OtherEntry(int Row, string Document, string Source, decimal Amount);

/// <summary>What this system says: an amount on a line, with the document that proves it, if one does.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Line">The line.</param>
/// <param name="Document">The document's number.</param>
/// <param name="Source">Code of the funding source.</param>
/// <param name="Amount">Rupiah.</param>
/// <param name="Remark">What a reader should know of the line, as the end of a sentence: <c>is of a cancelled program</c>.</param>
public sealed record OwnEntry(
    string Program,
    string Line,
    string? Document,
    string Source,
    decimal Amount,
    string? Remark = null
);

/// <summary>How the two sides compare.</summary>
public enum ReconciliationResult
{
    /// <summary>Both have the document, with different amounts.</summary>
    Differing,

    /// <summary>The other system alone has it.</summary>
    MissingHere,

    /// <summary>This system alone has it.</summary>
    MissingThere,

    /// <summary>Both have the document, with equal amounts.</summary>
    Matched,
}

/// <summary>A document and source, compared.</summary>
/// <param name="Result">How they compare.</param>
/// <param name="Document">The document's number; none for a line without one, which cannot be compared.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Here">Σ rupiah in this system; none when it has nothing.</param>
/// <param name="There">Σ rupiah in the other; none when it has nothing.</param>
/// <param name="Difference">There − here.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Entries">What this system's sum is made of.</param>
/// <param name="Reasons">What may explain it, in whole sentences.</param>
public sealed record ReconciliationItem(
    ReconciliationResult Result,
    string? Document,
    string Source,
    decimal? Here,
    decimal? There,
    decimal Difference,
    IReadOnlyList<int> Rows,
    IReadOnlyList<OwnEntry> Entries,
    IReadOnlyList<string> Reasons
);
