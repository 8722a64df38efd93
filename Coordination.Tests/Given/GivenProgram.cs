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

    private ImmutableHashSet<string> Known { get; init; } = [Example.Id, Example.OtherId];

    /// <summary>What the events fold to.</summary>
    internal SpbeProgram State => ProgramFold.Replay(Example.Id, Events)!;

    internal GivenProgram In(Plan? plan) => this with { Plan = plan };

    internal GivenProgram At(DateTimeOffset now) => this with { Now = now };

    internal GivenProgram Among(params IEnumerable<string> programs) => this with { Known = [.. programs] };

    internal GivenProgram WithReferenceOf(string program) => this with { ReferenceHolder = program };

    /// <summary>What the decider answers to the command.</summary>
    internal Answer<IProgramEvent> When(IProgramCommand command)
    {
        var facts = new ProgramFacts(Plan, Known, ReferenceHolder);
        return new(command is PlanProgram plan ? ProgramDecider.Decide(plan, facts) : Decide(command, facts));
    }

    /// <summary>The same program once the command, which must be accepted, has taken effect.</summary>
    internal GivenProgram After(IProgramCommand command) =>
        this with
        {
            Events = Events.AddRange(When(command).Accepted()),
        };

    private Outcome<IProgramEvent> Decide(IProgramCommand command, ProgramFacts facts) =>
        ProgramDecider.Decide(State, command, facts, Now);
}
