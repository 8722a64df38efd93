using System.Text.Json.Serialization;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Meetings;

/// <summary>What will be so once a follow-up is done, in terms that can be checked without asking anybody.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StatusReached), "program-status")]
[JsonDerivedType(typeof(ProgressReached), "program-progress")]
[JsonDerivedType(typeof(FundingAllocated), "program-funded")]
[JsonDerivedType(typeof(ConstraintGone), "constraint-resolved")]
[JsonDerivedType(typeof(FindingGone), "finding-closed")]
public abstract record Expectation
{
    /// <summary>Number of the program that it is about, where it is about one.</summary>
    [JsonIgnore]
    public virtual string? About => null;
}

/// <summary>A program stands there, or further: completed is further than in progress.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Status">The status expected.</param>
public sealed record StatusReached(string Program, ProgramStatus Status) : OfProgram(Program);

/// <summary>A program has come so far.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Percent">Above 0, at most 100.</param>
public sealed record ProgressReached(string Program, decimal Percent) : OfProgram(Program);

/// <summary>A program has its money.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Amount">Whole rupiah allocated at least; its estimated cost, when missing.</param>
public sealed record FundingAllocated(string Program, decimal? Amount = null) : OfProgram(Program);

/// <summary>A constraint is resolved.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Constraint">Its constraint.</param>
public sealed record ConstraintGone(string Program, string Constraint) : OfProgram(Program);

/// <summary>A finding no longer waits: it is gone or accepted.</summary>
/// <param name="Finding">Its id.</param>
public sealed record FindingGone(string Finding) : Expectation;

/// <summary>Something expected of a program.</summary>
/// <param name="Program">Its number.</param>
public abstract record OfProgram(string Program) : Expectation
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? About => Program;
}

/// <summary>What the plan shows of a follow-up.</summary>
public enum CheckResult
{
    /// <summary>What was expected is so.</summary>
    Met,

    /// <summary>It is not so, and the last day has passed.</summary>
    Late,

    /// <summary>It was reported as done and is not so; or it can no longer become so.</summary>
    Contradicted,
}
