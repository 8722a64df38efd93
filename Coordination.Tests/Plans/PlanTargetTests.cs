using Coordination.Domain;
using Coordination.Domain.Plans;

namespace Coordination.Tests.Plans;

public class PlanTargetTests
{
    private static readonly ChangePlanTarget Change = new(0.75m, ImplementationDefinition.CompletionByCost);
    private static readonly PlanTargetChanged Changed = new(
        "19-2024",
        new(0.75m, ImplementationDefinition.CompletionByCost)
    );

    [Fact]
    public void A_target_is_changed()
    {
        Given.Plan().When(Change).Then(Changed);
        Assert.Equal(Changed.Target, PlanFold.Replay([Example.PlanOpened, Changed])!.Target);
    }

    [Fact]
    public void The_definition_alone_may_change() =>
        Given
            .Plan()
            .When(new ChangePlanTarget(0.8m, ImplementationDefinition.Indicators))
            .Then(new PlanTargetChanged("19-2024", new(0.8m, ImplementationDefinition.Indicators)));

    [Fact]
    public void The_same_target_again_is_no_event() =>
        Given.Plan(Changed).When(Change with { Rate = 0.7500m }).ThenNothing();

    [Fact]
    public void A_target_is_stored_without_trailing_zeros() =>
        Given.Plan().When(Change with { Rate = 0.7500m }).Then(Changed);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.1")]
    [InlineData("1.0001")]
    [InlineData("80")]
    [InlineData("0.80001")]
    public void A_rate_is_above_0_and_at_most_1_with_four_decimals(string rate)
    {
        var target = new PlanTarget(Exact.Decimal(rate), ImplementationDefinition.Completion);

        Given
            .Plan()
            .When(new ChangePlanTarget(target.Rate, target.Definition))
            .ThenRefused("target-rate-invalid", "rate");
        Given.NoPlan.When(new OpenPlan("19", 2024, target)).ThenRefused("target-rate-invalid", "target.rate");
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("1")]
    public void A_rate_at_the_edge_is_taken(string rate) =>
        Given
            .Plan()
            .When(Change with { Rate = Exact.Decimal(rate) })
            .Then(Changed with { Target = Changed.Target with { Rate = Exact.Decimal(rate) } });

    [Fact]
    public void An_agreed_plan_may_still_change_its_target() =>
        Given.Plan(new PlanAgreed("19-2024")).When(Change).Then(Changed);

    [Fact]
    public void A_closed_plan_keeps_its_target()
    {
        var closed = Given.Plan(new PlanClosed("19-2024"));

        closed.When(Change).ThenRefused("plan-closed", "plan", RejectionKind.Stage);
        closed.When(Change with { Rate = 2 }).ThenRefusedFor(("plan-closed", "plan"), ("target-rate-invalid", "rate"));
    }
}
