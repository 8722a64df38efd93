using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>No event and no command of the Domain is forgotten.</summary>
public class EveryProgramTypeTests
{
    public static TheoryData<string> Events => new(Everything.NamesOf<IProgramEvent>());

    public static TheoryData<string> Commands => new(Everything.ProgramCommands.Keys);

    [Fact]
    public void The_examples_name_every_event() =>
        Assert.Equal(
            Everything.NamesOf<IProgramEvent>(),
            Everything.ProgramEvents.Select(e => e.GetType().Name).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_examples_name_every_command() =>
        Assert.Equal(
            Everything.NamesOf<IProgramCommand>(),
            Everything.ProgramCommands.Keys.Append(nameof(PlanProgram)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_fold_takes_every_event_and_keeps_the_number()
    {
        SpbeProgram? program = null;
        foreach (var next in Everything.ProgramEvents)
            program = ProgramFold.Evolve(program, Example.Id, next);

        Assert.Equal((Example.Id, ProgramStatus.Merged, "19"), (program!.Id, program.Status, program.Government));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_but_the_first_changes_what_the_fold_makes_of_a_program(string name)
    {
        var events = Everything.ProgramEvents.TakeWhile(e => e.GetType().Name != name).ToList();
        var next = Everything.ProgramEvents[events.Count];
        var before = ProgramFold.Replay(Example.Id, events);

        var after = ProgramFold.Evolve(before, Example.Id, Changed(next));

        Assert.NotEqual(before is null ? "" : Json.Of(before), Json.Of(after));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Only_a_proposal_begins_a_stream(string name)
    {
        var first = Everything.ProgramEvents.First(e => e.GetType().Name == name);

        if (first is ProgramPlanned)
            Assert.Equal(Example.Id, ProgramFold.Evolve(null, Example.Id, first).Id);
        else
            Assert.Throws<InvalidOperationException>(() => ProgramFold.Evolve(null, Example.Id, first));
    }

    [Fact]
    public void A_second_proposal_in_a_stream_is_no_fact_that_the_fold_knows() =>
        Assert.Throws<InvalidOperationException>(() =>
            ProgramFold.Replay(Example.Id, [Example.Planned, Example.Planned])
        );

    [Fact]
    public void No_events_are_no_program() => Assert.Null(ProgramFold.Replay(Example.Id, []));

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_decider_knows_every_command(string name) =>
        Assert.NotNull(Given.Program().When(Everything.ProgramCommands[name]).Outcome);

    private static IProgramEvent Changed(IProgramEvent next) =>
        next is ProgramRevised revised
            ? revised with
            {
                Details = revised.Details with { Title = "Judul lain" },
            }
            : next;
}
