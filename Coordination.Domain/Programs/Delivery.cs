namespace Coordination.Domain.Programs;

/// <summary>What hinders a program (kendala); the first three are those the coordination meeting named.</summary>
public enum ConstraintCategory
{
    /// <summary>Jaringan.</summary>
    NetworkInfrastructure,

    /// <summary>Sumber daya manusia.</summary>
    HumanResources,

    /// <summary>Dukungan anggaran, above all from the APBN.</summary>
    BudgetSupport,

    /// <summary>Regulasi.</summary>
    Regulation,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How much a constraint hinders; an open one of high severity blocks the program.</summary>
public enum ConstraintSeverity
{
    /// <summary>A nuisance.</summary>
    Low,

    /// <summary>Delays.</summary>
    Medium,

    /// <summary>Blocks.</summary>
    High,
}

/// <summary>A constraint, open until it is resolved.</summary>
/// <param name="Constraint">Id within the program: <c>c1</c>, <c>c2</c> …</param>
/// <param name="Category">What kind of hindrance.</param>
/// <param name="Severity">How much it hinders.</param>
/// <param name="Description">In words.</param>
/// <param name="IsResolved">Whether it is gone.</param>
/// <param name="Note">How it was resolved.</param>
public sealed record ProgramConstraint(
    string Constraint,
    ConstraintCategory Category,
    ConstraintSeverity Severity,
    string Description,
    bool IsResolved = false,
    string? Note = null
);

/// <summary>Physical progress as reported.</summary>
/// <param name="Percent">0 to 100; 100 does not complete the program.</param>
/// <param name="AsOf">The day it describes.</param>
/// <param name="Output">Units of the output delivered by then.</param>
/// <param name="Note">In words; a fall needs one.</param>
/// <param name="Evidence">Text or address.</param>
public sealed record ProgressReport(decimal Percent, DateOnly AsOf, decimal? Output, string? Note, string? Evidence);

/// <summary>That the program has delivered.</summary>
/// <param name="Date">Day of completion, not in the future.</param>
/// <param name="Output">Units of the output delivered, above 0.</param>
/// <param name="Evidence">Text or address.</param>
/// <param name="ZeroCostReason">Why it needed no money, where nothing is allocated.</param>
public sealed record Completion(DateOnly Date, decimal Output, string Evidence, string? ZeroCostReason);

/// <summary>Put off to the plan of a later year.</summary>
public sealed record Deferral(int ToYear, string Reason);

/// <summary>Made one with another program of the plan, for good.</summary>
/// <param name="Into">Number of the program that goes on.</param>
/// <param name="Decision">The decision (kesepakatan) that it was merged by.</param>
/// <param name="Reason">Why.</param>
public sealed record Merger(string Into, string Decision, string Reason);

/// <summary>A program that was merged into this one.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Decision">The decision that it was merged by.</param>
public sealed record MergedProgram(string Program, string Decision);
