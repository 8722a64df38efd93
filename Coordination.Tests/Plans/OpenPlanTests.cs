using Coordination.Domain;
using Coordination.Domain.Plans;

namespace Coordination.Tests.Plans;

public class OpenPlanTests
{
    private static readonly OpenPlan Open = new("19", 2024, Example.Target);

    [Fact]
    public void A_province_opens_its_plan_of_a_year() => Given.NoPlan.When(Open).Then(Example.PlanOpened);

    [Fact]
    public void A_plan_is_open_under_the_id_of_province_and_year() =>
        Assert.Equal(new Plan("19-2024", "19", 2024, Example.Target, PlanStatus.Open), Example.Plan);

    [Fact]
    public void The_same_opening_again_is_no_event() =>
        Given.Plan().When(Open with { Target = Example.Target with { Rate = 0.80m } }).ThenNothing();

    [Fact]
    public void A_target_is_stored_without_trailing_zeros() =>
        Given.NoPlan.When(Open with { Target = Example.Target with { Rate = 0.8000m } }).Then(Example.PlanOpened);

    [Fact]
    public void A_plan_may_have_a_name_which_is_tidied()
    {
        var named = Open with { Name = " Rencana SPBE 2024 " };
        var opened = Example.PlanOpened with { Name = "Rencana SPBE 2024" };

        Given.NoPlan.When(named).Then(opened);
        Given.NoPlan.When(Open with { Name = "  " }).Then(Example.PlanOpened);
        Assert.Equal("Rencana SPBE 2024", PlanFold.Replay([opened])?.Name);
    }

    [Fact]
    public void An_opening_with_another_target_is_refused()
    {
        var other = Open with { Target = Example.Target with { Rate = 0.9m } };
        var measuredOtherwise = Open with
        {
            Target = Example.Target with { Definition = ImplementationDefinition.Maturity },
        };

        Given.Plan().When(other).ThenRefused("plan-exists", "year", RejectionKind.Stage);
        Given.Plan().When(measuredOtherwise).ThenRefused("plan-exists", "year", RejectionKind.Stage);
    }

    [Theory]
    [InlineData("19.05")]
    [InlineData("19.71")]
    [InlineData("21")]
    [InlineData("1")]
    [InlineData("")]
    public void The_province_is_known(string code) =>
        Given.NoPlan.When(Open with { Province = code }).ThenRefused("province-unknown", "province");

    [Theory]
    [InlineData(2017)]
    [InlineData(2101)]
    [InlineData(0)]
    public void The_year_lies_between_2018_and_2100(int year) =>
        Given.NoPlan.When(Open with { Year = year }).ThenRefused("year-out-of-range", "year");

    [Theory]
    [InlineData(2018, "19-2018")]
    [InlineData(2100, "19-2100")]
    public void A_year_at_the_edge_is_taken(int year, string id) =>
        Given.NoPlan.When(Open with { Year = year }).Then(Example.PlanOpened with { Plan = id, Year = year });

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given
            .NoPlan.When(new OpenPlan("21", 2017, Example.Target with { Rate = 0 }, new('b', 201), new('a', 5001)))
            .ThenRefusedFor(
                ("text-length", "name"),
                ("text-length", "reason"),
                ("province-unknown", "province"),
                ("year-out-of-range", "year"),
                ("target-rate-invalid", "target.rate")
            );
}
