using Coordination.Api.ExamplePlan;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>The example plan's programs as its commands make them, without a store: deciders and folds alone.</summary>
internal static class ExamplePrograms
{
    private static readonly Lazy<IReadOnlyDictionary<string, SpbeProgram>> Last = new(() => On(DateOnly.MaxValue));

    /// <summary>By <c>ref</c>, as they stand at the end of the file.</summary>
    internal static IReadOnlyDictionary<string, SpbeProgram> AtTheEnd => Last.Value;

    /// <summary>By <c>ref</c>, as they stand at the end of a day in Jakarta.</summary>
    internal static IReadOnlyDictionary<string, SpbeProgram> On(DateOnly day)
    {
        Plan? plan = null;
        var programs = new Dictionary<string, SpbeProgram>(StringComparer.Ordinal);
        foreach (var given in ExampleCommands.All().Where(command => JakartaTime.DayOf(command.At) <= day))
            if (given.Command is OpenPlan open)
                plan = PlanFold.Replay(PlanDecider.Decide(null, open).Events);
            else if (given.Command is IProgramCommand)
                programs[given.Subject] = Next(plan, programs, given);
        return programs.Values.ToDictionary(program => program.Details.Reference!, StringComparer.Ordinal);
    }

    private static SpbeProgram Next(Plan? plan, Dictionary<string, SpbeProgram> programs, ExampleCommand given)
    {
        var id = given.Subject;
        var facts = new ProgramFacts(plan, programs.Keys.ToHashSet(), null);
        var state = programs.GetValueOrDefault(id);
        var outcome = given.Command is PlanProgram planning
            ? ProgramDecider.Decide(planning, facts)
            : ProgramDecider.Decide(state!, (IProgramCommand)given.Command, facts, given.At);
        Assert.Empty(outcome.Rejections);
        return outcome.Events.Aggregate(state, (current, next) => ProgramFold.Evolve(current, id, next))!;
    }
}
