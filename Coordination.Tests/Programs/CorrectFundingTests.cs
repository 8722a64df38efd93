using Coordination.Domain;
using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

public class CorrectFundingTests
{
    private static readonly GivenProgram Granted = Given.Program(Example.Requested, Example.Granted);
    private static readonly GivenProgram Paid = Given.Program(Example.Budgeted, Example.Realised);

    [Fact]
    public void A_line_is_corrected_from_a_day_on()
    {
        Given.Program(Example.Budgeted).When(Command.CorrectFunding).Then(Example.Corrected);
        Assert.Equal(500_000_000, Given.Program(Example.Budgeted, Example.Corrected).State.Funded);
    }

    [Fact]
    public void A_correction_may_move_a_stage_back() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { Amount = null, Stage = FundingStage.Ceiling })
            .Then(Example.Corrected with { Amount = 600_000_000, Stage = FundingStage.Ceiling });

    [Fact]
    public void A_correction_may_take_all_the_money_away() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { Amount = 0 })
            .Then(Example.Corrected with { Amount = 0 });

    [Fact]
    public void The_line_of_a_grant_is_corrected() =>
        Granted
            .When(Command.CorrectFunding with { Line = "r1", Amount = 250_000_000 })
            .Then(Example.Corrected with { Line = "r1", Amount = 250_000_000 });

    [Fact]
    public void The_line_exists() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { Line = "2" })
            .ThenRefused("line-unknown", "line", RejectionKind.Unknown);

    [Theory]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("100000000000001")]
    public void An_amount_is_whole_rupiah_from_0_to_100_trillion(string amount) =>
        Given
            .Program(Example.Budgeted with { Stage = FundingStage.Ceiling })
            .When(Command.CorrectFunding with { Amount = Exact.Decimal(amount), Line = "1" })
            .ThenRefusedFor(
                amount == "-1"
                    ? [("amount-invalid", "amount"), ("amount-below-realised", "amount")]
                    : [("amount-invalid", "amount")]
            );

    [Fact]
    public void No_line_falls_below_what_it_has_realised()
    {
        Paid.When(Command.CorrectFunding with { Amount = 99_999_999 }).ThenRefused("amount-below-realised", "amount");
        Paid.When(Command.CorrectFunding with { Amount = 100_000_000 })
            .Then(Example.Corrected with { Amount = 100_000_000 });
    }

    [Fact]
    public void A_line_that_has_realised_money_stays_allocated() =>
        Paid.When(Command.CorrectFunding with { Stage = FundingStage.Ceiling }).ThenRefused("stage-realised", "stage");

    [Fact]
    public void APBN_support_is_not_allocated_by_a_correction() =>
        Given
            .Program(Example.Budgeted with { Source = "TKD-DAKF", Stage = FundingStage.Ceiling })
            .When(Command.CorrectFunding with { Stage = FundingStage.Allocated })
            .ThenRefused("apbn-by-grant-alone", "stage");

    [Fact]
    public void A_line_that_a_grant_closed_is_not_corrected() =>
        Given
            .Program(
                Example.Budgeted with
                {
                    Source = "APBN-BAKTI",
                    Stage = FundingStage.Proposed,
                },
                Example.Requested,
                Example.Granted with
                {
                    ClosesLine = "1",
                }
            )
            .When(Command.CorrectFunding)
            .ThenRefused("line-closed", "line");

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    public void The_day_from_which_it_holds_is_sane(string day) =>
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { ValidFrom = Exact.Day(day) })
            .ThenRefused("day-out-of-range", "validFrom");

    [Fact]
    public void The_line_of_a_grant_stays_allocated_and_within_what_was_asked()
    {
        var correction = Command.CorrectFunding with { Line = "r1" };
        Granted
            .When(correction with { Amount = Example.Requested.Amount + 1, Stage = null })
            .ThenRefused("grant-above-request", "amount");
        Granted
            .When(correction with { Amount = null, Stage = FundingStage.Ceiling })
            .ThenRefused("stage-of-grant", "stage");
    }
}
