using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

public class TallyTests
{
    private static readonly SpbeProgram Before = Boards.Program(Example.Budgeted, Example.Realised);

    [Fact]
    public void A_new_program_is_added_to_its_cell()
    {
        var tally = Tally.Empty.Replace(null, Before).Replace(null, Before with { Id = Example.OtherId });

        Assert.Equal(Figures.Of(Before) + Figures.Of(Before), tally.Cell("19.05", "village-internet"));
    }

    [Fact]
    public void A_change_replaces_what_the_program_added()
    {
        var after = ProgramFold.Evolve(Before, Before.Id, Example.Completed);

        Assert.Equal(Figures.Of(after), Tally.Of([Before]).Replace(Before, after).Cell("19.05", "village-internet"));
    }

    [Fact]
    public void A_reassigned_program_moves_to_the_cell_of_its_new_government()
    {
        var after = ProgramFold.Evolve(Before, Before.Id, Example.Reassigned);
        var tally = Tally.Of([Before]).Replace(Before, after);

        Assert.Equal(default, tally.Cell("19.05", "village-internet"));
        Assert.Equal(Figures.Of(Before), tally.Cell("19", "village-internet"));
    }

    [Fact]
    public void A_program_revised_to_another_priority_moves_to_its_cell()
    {
        var after = Before with { Details = Before.Details with { Priority = "innovation" } };
        var tally = Tally.Of([Before]).Replace(Before, after);

        Assert.Equal(default, tally.Cell("19.05", "village-internet"));
        Assert.Equal(Figures.Of(Before), tally.Cell("19.05", "innovation"));
    }

    [Fact]
    public void A_cell_that_nothing_has_touched_is_empty() =>
        Assert.Equal(default, Tally.Empty.Cell("19", "innovation"));
}
