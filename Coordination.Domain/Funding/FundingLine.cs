namespace Coordination.Domain.Funding;

/// <summary>How far the money of a line has come; a line counts at its current stage only.</summary>
public enum FundingStage
{
    /// <summary>Proposed (usulan).</summary>
    Proposed,

    /// <summary>Indicative ceiling (pagu indikatif).</summary>
    Indicative,

    /// <summary>Budget ceiling (pagu anggaran, PPAS).</summary>
    Ceiling,

    /// <summary>Allocated by a budget document (DIPA, DPA): the only stage that counts as funded.</summary>
    Allocated,
}

/// <summary>A document that proves money: kind (DPA, DIPA, PKS …), number and day.</summary>
public sealed record FundingDocument(string Kind, string Number, DateOnly Date)
{
    internal FundingDocument Trimmed() => this with { Kind = Kind.Trim(), Number = Number.Trim() };
}

/// <summary>The line of another program that receives this money; it stands on the giver's line.</summary>
/// <param name="Program">Number of the receiving program, which exists.</param>
/// <param name="Line">Its line, which may come later.</param>
public sealed record TransferTarget(string Program, string Line);

/// <summary>The line of a merged program whose rest this line is.</summary>
/// <param name="Program">Number of the merged program.</param>
/// <param name="Line">Its line, which keeps what it has realised.</param>
public sealed record TransferOrigin(string Program, string Line);

/// <summary>Money for a program from one source.</summary>
/// <param name="Line">Id, unique in the program; the line of a grant bears the request's id (<c>r1</c>).</param>
/// <param name="Source">Code of the funding source.</param>
/// <param name="Stage">Current stage.</param>
/// <param name="Amount">Whole rupiah at the current stage.</param>
/// <param name="Document">What proves it.</param>
/// <param name="TransferTo">Set on a giver's line: boards omit it, so that the money counts once, at the receiver.</param>
/// <param name="ClosedBy">The APBN request whose grant took this line's place; a closed line counts nowhere.</param>
/// <param name="TransferredFrom">Set on a line that a merge has brought.</param>
public sealed record FundingLine(
    string Line,
    string Source,
    FundingStage Stage,
    decimal Amount,
    FundingDocument? Document,
    TransferTarget? TransferTo,
    string? ClosedBy = null,
    TransferOrigin? TransferredFrom = null
)
{
    /// <summary>Whether its amount counts as funded.</summary>
    public bool IsAllocated => Stage == FundingStage.Allocated && ClosedBy is null;
}

/// <summary>A payment on an allocated line. Equal realisations are two payments.</summary>
/// <param name="Number">1, 2, 3 … within the program.</param>
/// <param name="Line">The line it is paid from.</param>
/// <param name="Amount">Rupiah, two decimals; 0 once corrected away.</param>
/// <param name="Date">Day of the payment.</param>
/// <param name="Document">What proves it (SP2D …).</param>
public sealed record Realisation(int Number, string Line, decimal Amount, DateOnly Date, FundingDocument? Document);
