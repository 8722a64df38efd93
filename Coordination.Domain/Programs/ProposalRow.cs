namespace Coordination.Domain.Programs;

/// <summary>A proposal of a file.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Suffix">The random characters that end its number, should the program be new.</param>
/// <param name="Proposal">What the planner says; its reference tells whether the program is known.</param>
public sealed record ProposalRow(int Row, string Suffix, PlanProgram Proposal);

/// <summary>What became of a row.</summary>
public enum ProposalResult
{
    /// <summary>A program that is new.</summary>
    Planned,

    /// <summary>A known program whose details are now others.</summary>
    Revised,

    /// <summary>A known program of just these details.</summary>
    Unchanged,

    /// <summary>A rule refuses it.</summary>
    Rejected,
}

/// <summary>A row's result.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Program">Number of the program; none when it is refused and not known.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Rejections">Every rule it breaks.</param>
/// <param name="Warnings">What the planner should know of an accepted row.</param>
public sealed record ProposalOutcome(
    int Row,
    string? Program,
    ProposalResult Result,
    IReadOnlyList<Rejection> Rejections,
    IReadOnlyList<Warning> Warnings
);
