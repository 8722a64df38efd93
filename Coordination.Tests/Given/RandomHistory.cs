using System.Collections.Immutable;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests;

/// <summary>
/// A command that was accepted with events, and the program before and after. What a merge is to the program that goes on comes with no
/// command of its own.
/// </summary>
internal sealed record Accepted(
    string Id,
    IProgramCommand? Command,
    SpbeProgram? Before,
    IReadOnlyList<IProgramEvent> Events,
    SpbeProgram After
);

/// <summary>Random commands on a few programs of several governments; the accepted ones took effect.</summary>
internal sealed record RandomHistory(
    ImmutableList<Accepted> Steps,
    ImmutableSortedDictionary<string, SpbeProgram> Programs
)
{
    private static readonly string[] Homes = ["19", "19.01", "19.05", "19.05", "19.71", "19.06"];

    /// <summary>Up to 120 choices; failing ones are shrunk, and printed with the seed.</summary>
    internal static readonly Gen<Choice[]> Choices = Gen.Select(
        Gen.Int[0, Homes.Length - 1],
        Gen.Int[0, RandomCommand.Kinds - 1],
        Gen.Int[0, 999],
        Gen.Int[0, 999],
        (program, kind, a, b) => new Choice(program, kind, a, b)
    ).Array[0, 120];

    internal IEnumerable<IProgramEvent> Events => Steps.SelectMany(step => step.Events);

    internal static string IdOf(int number) => $"{Homes[number % Homes.Length]}-2024-AAAA{number % Homes.Length}";

    internal static RandomHistory Of(IEnumerable<Choice> choices) =>
        choices.Aggregate(
            new RandomHistory([], ImmutableSortedDictionary.Create<string, SpbeProgram>(StringComparer.Ordinal)),
            (history, choice) => history.After(choice)
        );

    /// <summary>The decider's answer to a command on a program in that state.</summary>
    internal Answer<IProgramEvent> Decide(SpbeProgram program, IProgramCommand command)
    {
        var facts = new ProgramFacts(Example.Plan, Programs.Keys.ToHashSet(StringComparer.Ordinal))
        {
            Into = command is MergeProgram merge ? Programs.GetValueOrDefault(merge.Into) : null,
        };
        return new(ProgramDecider.Decide(program, command, facts, Example.Now));
    }

    /// <summary>The tally as a projection follows it: event by event, in that order of the steps.</summary>
    internal static Tally Follow(IEnumerable<Accepted> steps)
    {
        var tally = Tally.Empty;
        foreach (var step in steps)
        {
            var program = step.Before;
            foreach (var next in step.Events)
            {
                var after = ProgramFold.Evolve(program, step.Id, next);
                tally = tally.Replace(program, after);
                program = after;
            }
        }
        return tally;
    }

    private RandomHistory After(Choice choice)
    {
        var id = IdOf(choice.Program);
        var before = Programs.GetValueOrDefault(id);
        var command = before is null ? PlanFor(choice) : RandomCommand.For(before, choice);
        var outcome = before is null
            ? ProgramDecider.Decide((PlanProgram)command, new(Example.Plan, ImmutableHashSet<string>.Empty))
            : Decide(before, command).Outcome;
        if (outcome.Events.Count == 0)
            return this;
        var history = Add(id, command, outcome.Events);
        return outcome.Events.OfType<ProgramMerged>().SingleOrDefault() is { } merged
            ? history.Add(merged.Into, null, [MergeDecisions.Received(merged, before!, Programs[merged.Into])])
            : history;
    }

    private RandomHistory Add(string id, IProgramCommand? command, IReadOnlyList<IProgramEvent> events)
    {
        var before = Programs.GetValueOrDefault(id);
        var after = events.Aggregate(before, (program, next) => ProgramFold.Evolve(program, id, next))!;
        return new(Steps.Add(new(id, command, before, events, after)), Programs.SetItem(id, after));
    }

    private static PlanProgram PlanFor(Choice choice)
    {
        var home = Homes[choice.Program];
        var plan = Command.PlanWith(RandomCommand.Details(choice)) with { Government = home };
        return home is "19" or "19.05" ? plan : plan with { Locations = [home] };
    }
}
