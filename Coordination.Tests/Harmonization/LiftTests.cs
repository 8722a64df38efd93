using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

public class LiftTests
{
    private static readonly DateOnly End = Example.Details.Schedule.End;
    private static readonly ProgramBudgeted InFull = Example.Budgeted with { Amount = 1_000_000_000 };

    [Fact]
    public void A_program_that_is_not_funded_in_full_is_planned() =>
        Assert.Equal(new("19.05", 17, 3, LiftStanding.Planned, null), Only(Boards.Program(Example.Budgeted)));

    [Fact]
    public void A_program_funded_in_full_counts_until_its_schedule_ends()
    {
        var lift = Only(Boards.Program(InFull));

        Assert.Equal(new("19.05", 17, 3, LiftStanding.Funded, End), lift);
        Assert.True(lift.Counts(LiftStanding.Funded, End));
        Assert.False(lift.Counts(LiftStanding.Funded, End.AddDays(1)));
        Assert.False(lift.Counts(LiftStanding.Completed, End));
        Assert.True(lift.Counts(LiftStanding.Planned, End.AddDays(1)));
    }

    [Fact]
    public void A_completed_program_counts_on_every_day_also_unfunded()
    {
        var lift = Only(Boards.Program(Example.Completed));

        Assert.Equal(new("19.05", 17, 3, LiftStanding.Completed, null), lift);
        Assert.True(lift.Counts(LiftStanding.Completed, End.AddDays(1)));
        Assert.True(lift.Counts(LiftStanding.Funded, End.AddDays(1)));
    }

    [Fact]
    public void A_program_that_ends_after_the_year_is_not_on_time()
    {
        var program = Boards.Program(InFull);
        var schedule = program.Details.Schedule with { End = new(2025, 3, 31), MultiYear = true };

        Assert.Equal(
            LiftStanding.Planned,
            Only(program with { Details = program.Details with { Schedule = schedule } }).Standing
        );
    }

    [Fact]
    public void An_inactive_program_lifts_nothing()
    {
        Assert.Empty(Lift.Of(Boards.Program(Example.Cancelled)));
        Assert.Empty(Lift.Of(Boards.Program(InFull, Example.Deferred)));
    }

    [Fact]
    public void A_lift_is_found_again_in_its_key() =>
        Assert.All(
            (SpbeProgram[])[Boards.Program(), Boards.Program(InFull), Boards.Program(Example.Completed)],
            program => Assert.Equal(Only(program), Lift.Parse(Only(program).Key))
        );

    private static Lift Only(SpbeProgram program) => Assert.Single(Lift.Of(program));
}
