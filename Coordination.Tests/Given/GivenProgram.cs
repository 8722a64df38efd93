using System.Collections.Immutable;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>Events, and what the decider looks up: by default an open plan in which the two examples exist.</summary>
internal sealed record GivenProgram(ImmutableList<IProgramEvent> Events)
{
    private Plan? Plan { get; init; } = Example.Plan;

    private DateTimeOffset Now { get; init; } = Example.Now;

    private string? ReferenceHolder { get; init; }

    private SpbeProgram? Into { get; init; } = SomePrograms.Other;

    private ImmutableHashSet<string> Known { get; init; } = [Example.Id, Example.OtherId];

    /// <summary>What the events fold to.</summary>
    internal SpbeProgram State => ProgramFold.Replay(Example.Id, Events)!;

    internal GivenProgram In(Plan? plan) => this with { Plan = plan };

    internal GivenProgram At(DateTimeOffset now) => this with { Now = now };

    internal GivenProgram Among(params IEnumerable<string> programs) => this with { Known = [.. programs] };

    internal GivenProgram Beside(SpbeProgram? into) => this with { Into = into };

    internal GivenProgram WithReferenceOf(string program) => this with { ReferenceHolder = program };

    /// <summary>What the decider answers to the command.</summary>
    internal Answer<IProgramEvent> When(IProgramCommand command) =>
        new(command is PlanProgram plan ? ProgramDecider.Decide(plan, Facts) : Decide(State, command));

    /// <summary>The same program once the command, which must be accepted, has taken effect.</summary>
    internal GivenProgram After(IProgramCommand command) =>
        this with
        {
            Events = Events.AddRange(When(command).Accepted()),
        };

    private ProgramFacts Facts => new(Plan, Known, ReferenceHolder, Into);

    /// <summary>The same on a program in another state.</summary>
    internal Outcome<IProgramEvent> Decide(SpbeProgram state, IProgramCommand command) =>
        ProgramDecider.Decide(state, command, Facts, Now);
}
