using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Decisions;

/// <summary>What the effects of a decision depend on.</summary>
/// <param name="Plan">The plan that it is decided for.</param>
/// <param name="Programs">By number: at least those of the plan that it is about, as far as they exist.</param>
/// <param name="Decision">What the decision is called, for the events that name it.</param>
/// <param name="NewProgram">The number of a program that it would begin.</param>
/// <param name="Now">The moment at which it acts, UTC.</param>
/// <param name="ReferenceHolder">The program that has the reference which the decision would take, if any has.</param>
/// <param name="Finding">The finding that it accepts, as it is now; none when there is no such finding.</param>
public sealed record DecisionScope(
    Plan Plan,
    IReadOnlyDictionary<string, SpbeProgram> Programs,
    string Decision,
    string NewProgram,
    DateTimeOffset Now,
    string? ReferenceHolder = null,
    Finding? Finding = null
)
{
    internal DateOnly Today => JakartaTime.DayOf(Now);

    internal SpbeProgram? Find(string program) =>
        Programs.GetValueOrDefault(program) is { } found && found.Plan == Plan.Id ? found : null;

    internal ProgramFacts Facts(SpbeProgram? into = null) =>
        new(Plan, Programs.Keys.ToHashSet(StringComparer.Ordinal), ReferenceHolder, into);
}

/// <summary>What a decision does: the events of each stream, or every rule that it breaks.</summary>
public sealed record Effects
{
    /// <summary>Events by program, in the order in which they are recorded; none when it has already taken effect.</summary>
    public IReadOnlyList<ProgramEffect> Programs { get; init; } = [];

    /// <summary>Events of the plan.</summary>
    public IReadOnlyList<IPlanEvent> Plan { get; init; } = [];

    /// <summary>Every rule broken; a field is one of the decision's: <c>from[1]</c>.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];

    /// <summary>What who decides should know.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>Events of one program's stream.</summary>
public sealed record ProgramEffect(string Program, IReadOnlyList<IProgramEvent> Events);
