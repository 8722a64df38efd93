namespace Coordination.Tests.Programs;

public class ReassignProgramTests
{
    [Fact]
    public void Another_government_takes_the_program_over() =>
        Given.Program().When(Command.Reassign).Then(Example.Reassigned);

    [Fact]
    public void The_number_and_the_plan_stay()
    {
        var program = Given.Program(Example.Reassigned).State;

        Assert.Equal((Example.Id, "19-2024", "19"), (program.Id, program.Plan, program.Government));
    }

    [Fact]
    public void Later_events_carry_the_new_government() =>
        Given.Program(Example.Reassigned).When(Command.Budget).Then(Example.Budgeted with { Government = "19" });

    [Fact]
    public void The_same_reassignment_again_is_no_event() =>
        Given.Program(Example.Reassigned).When(Command.Reassign).ThenNothing();

    [Fact]
    public void The_government_is_known() =>
        Given
            .Program()
            .When(Command.Reassign with { Government = "19.0" })
            .ThenRefused("government-unknown", "government");

    [Fact]
    public void The_government_belongs_to_the_province_of_the_plan() =>
        Given
            .Program()
            .In(Example.Plan with { Province = "21" })
            .When(Command.Reassign)
            .ThenRefused("government-outside-province", "government");

    [Fact]
    public void The_government_contains_all_locations() =>
        Given
            .Program()
            .When(Command.Reassign with { Government = "19.01" })
            .ThenRefused("location-outside", "government");

    [Fact]
    public void The_reference_is_free_in_the_new_government() =>
        Given
            .Program()
            .WithReferenceOf(Example.OtherId)
            .When(Command.Reassign)
            .ThenRefused("reference-taken", "reference");
}
