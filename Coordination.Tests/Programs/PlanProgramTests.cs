using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class PlanProgramTests
{
    [Fact]
    public void A_government_proposes_a_program_in_an_open_plan() =>
        Given.NoProgram.When(Command.Plan).Then(Example.Planned).ThenNotWarned();

    [Fact]
    public void An_agreed_plan_still_takes_programs() =>
        Given.NoProgram.In(Example.Plan with { Status = PlanStatus.Agreed }).When(Command.Plan).Then(Example.Planned);

    [Fact]
    public void The_province_proposes_programs_anywhere_in_it() =>
        Given
            .NoProgram.When(Command.Plan with { Government = "19", Locations = ["19.01", "19.05.01.2004", "19.71"] })
            .Then(
                new ProgramPlanned(
                    "19-2024",
                    "19",
                    Example.Details with
                    {
                        Locations = ["19.01", "19.05.01.2004", "19.71"],
                    }
                )
            );

    [Fact]
    public void Relations_are_declared_with_the_proposal_each_once() =>
        Given
            .NoProgram.When(
                Command.Plan with
                {
                    Relations =
                    [
                        new(RelationKind.Complements, Example.OtherId),
                        new(RelationKind.Complements, Example.OtherId),
                        new(RelationKind.Follows, Example.OtherId),
                    ],
                }
            )
            .Then(Example.Planned, Example.Related, Example.Related with { Kind = RelationKind.Follows });

    [Fact]
    public void A_relation_names_a_program_that_exists() =>
        Given
            .NoProgram.When(
                Command.Plan with
                {
                    Relations =
                    [
                        new(RelationKind.Complements, Example.OtherId),
                        new(RelationKind.Follows, "19.01-2024-ZZZZZ"),
                    ],
                }
            )
            .ThenRefused("program-unknown", "relations[1].program");

    [Fact]
    public void At_most_fifty_relations_come_with_a_proposal()
    {
        var others = Enumerable.Range(10, 51).Select(number => $"19.01-2024-AAA{number}").ToList();
        var relations = others.ConvertAll(other => new Relation(RelationKind.Follows, other));
        var given = Given.NoProgram.Among(others);

        given.When(Command.Plan with { Relations = [.. relations] }).ThenRefused("too-many-relations", "relations");
        Assert.Equal(51, given.When(Command.Plan with { Relations = [.. relations.Take(50)] }).Accepted().Count);
    }

    [Fact]
    public void The_plan_exists() =>
        Given.NoProgram.In(null).When(Command.Plan with { Plan = "19-2031" }).ThenRefused("plan-unknown", "plan");

    [Fact]
    public void A_closed_plan_takes_no_programs() =>
        Given
            .NoProgram.In(Example.ClosedPlan)
            .When(Command.Plan)
            .ThenRefused("plan-closed", "plan", RejectionKind.Stage);

    [Theory]
    [InlineData("19.0")]
    [InlineData("19.99")]
    [InlineData("19.05.01")]
    [InlineData("1905")]
    [InlineData("")]
    public void The_government_is_known(string code) =>
        Given.NoProgram.When(Command.Plan with { Government = code }).ThenRefused("government-unknown", "government");

    [Fact]
    public void The_government_belongs_to_the_province_of_the_plan() =>
        Given
            .NoProgram.In(new("21-2024", "21", 2024, Example.Target, PlanStatus.Open))
            .When(Command.Plan with { Plan = "21-2024" })
            .ThenRefused("government-outside-province", "government");

    [Fact]
    public void A_reference_belongs_to_one_program_of_a_plan_and_government() =>
        Given.NoProgram.WithReferenceOf(Example.OtherId).When(Command.Plan).ThenRefused("reference-taken", "reference");

    [Fact]
    public void Without_a_reference_none_can_be_taken() =>
        Given
            .NoProgram.WithReferenceOf(Example.OtherId)
            .When(Command.Plan with { Reference = "  " })
            .Then(Example.Planned with { Details = Example.Details with { Reference = null } });
}
