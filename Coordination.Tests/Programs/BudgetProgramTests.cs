using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

public class BudgetProgramTests
{
    private static readonly FundingLine Line = new(
        "1",
        "APBD-KABKOTA",
        FundingStage.Allocated,
        600_000_000,
        Example.Dpa,
        null
    );

    [Fact]
    public void A_funding_line_is_set()
    {
        Given.Program().When(Command.Budget).Then(Example.Budgeted);
        Assert.Equal([Line], Given.Program(Example.Budgeted).State.Funding);
    }

    [Fact]
    public void The_same_line_with_the_same_values_again_is_no_event() =>
        Given.Program(Example.Budgeted).When(Command.Budget).ThenNothing();

    [Fact]
    public void The_same_line_with_other_values_replaces_it()
    {
        var dearer = Example.Budgeted with { Amount = 700_000_000 };

        Given.Program(Example.Budgeted).When(Command.Budget with { Amount = 700_000_000 }).Then(dearer);
        Assert.Equal([Line with { Amount = 700_000_000 }], Given.Program(Example.Budgeted, dearer).State.Funding);
    }

    [Fact]
    public void A_line_without_an_id_gets_the_next_number() =>
        Given
            .Program(Example.Budgeted, Example.Budgeted with { Line = "3" })
            .When(Command.Budget with { Line = null })
            .Then(Example.Budgeted with { Line = "4" });

    [Theory]
    [InlineData(FundingStage.Proposed, FundingStage.Proposed)]
    [InlineData(FundingStage.Proposed, FundingStage.Indicative)]
    [InlineData(FundingStage.Indicative, FundingStage.Ceiling)]
    [InlineData(FundingStage.Proposed, FundingStage.Allocated)]
    public void A_stage_stays_or_moves_forward(FundingStage from, FundingStage to) =>
        Given
            .Program(Example.Budgeted with { Stage = from, Amount = 1 })
            .When(Command.Budget with { Stage = to })
            .Then(Example.Budgeted with { Stage = to });

    [Theory]
    [InlineData(FundingStage.Allocated, FundingStage.Ceiling)]
    [InlineData(FundingStage.Ceiling, FundingStage.Indicative)]
    [InlineData(FundingStage.Indicative, FundingStage.Proposed)]
    public void A_stage_does_not_move_back(FundingStage from, FundingStage to) =>
        Given
            .Program(Example.Budgeted with { Stage = from })
            .When(Command.Budget with { Stage = to })
            .ThenRefused("stage-backwards", "stage");

    [Fact]
    public void The_source_is_known() =>
        Given.Program().When(Command.Budget with { Source = "APBD" }).ThenRefused("source-unknown", "source");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.01")]
    [InlineData("100000000000001")]
    public void An_amount_is_whole_rupiah_above_0_and_at_most_100_trillion(string amount) =>
        Given
            .Program()
            .When(Command.Budget with { Amount = Exact.Decimal(amount) })
            .ThenRefused("amount-invalid", "amount");

    [Theory]
    [InlineData("APBN-KL")]
    [InlineData("APBN-DEKON")]
    [InlineData("APBN-TP")]
    [InlineData("APBN-BAKTI")]
    [InlineData("TKD-DAKF")]
    [InlineData("TKD-DAKNF")]
    [InlineData("TKD-DAU-SG")]
    public void APBN_support_is_proposed_by_a_line_but_allocated_by_grants_alone(string source)
    {
        var ceiling = Command.Budget with { Source = source, Stage = FundingStage.Ceiling };

        Given.Program().When(ceiling).Then(Example.Budgeted with { Source = source, Stage = FundingStage.Ceiling });
        Given
            .Program()
            .When(ceiling with { Stage = FundingStage.Allocated })
            .ThenRefused("apbn-by-grant-alone", "stage");
    }
}
