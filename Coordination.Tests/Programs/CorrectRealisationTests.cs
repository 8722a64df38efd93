using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

public class CorrectRealisationTests
{
    private static readonly GivenProgram Paid = Given.Program(
        Example.Budgeted,
        Example.Realised,
        Example.Realised with
        {
            Number = 2,
            Amount = 300_000_000,
        }
    );

    [Fact]
    public void A_payment_is_corrected()
    {
        Paid.When(Command.CorrectRealisation).Then(Example.RealisationCorrected);
        Assert.Equal(390_000_000, Paid.After(Command.CorrectRealisation).State.Realised);
    }

    [Fact]
    public void What_a_correction_does_not_name_stays() =>
        Paid.When(new CorrectRealisation("Salah ketik", 90_000_000) { Number = 2 })
            .Then(Example.RealisationCorrected with { Number = 2, Date = Example.Realised.Date });

    [Fact]
    public void A_correction_to_0_takes_a_payment_back() =>
        Paid.When(Command.CorrectRealisation with { Amount = 0 })
            .Then(Example.RealisationCorrected with { Amount = 0 });

    [Fact]
    public void The_same_correction_again_is_no_event() =>
        Paid.After(Command.CorrectRealisation).When(Command.CorrectRealisation).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void The_payment_exists(int number) =>
        Paid.When(Command.CorrectRealisation with { Number = number })
            .ThenRefused("realisation-unknown", "number", RejectionKind.Unknown);

    [Theory]
    [InlineData("-1")]
    [InlineData("90000000.001")]
    public void An_amount_is_from_0_with_two_decimals(string amount) =>
        Paid.When(Command.CorrectRealisation with { Amount = Exact.Decimal(amount) })
            .ThenRefused("amount-invalid", "amount");

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void An_amount_beyond_all_measure_is_refused(string amount) =>
        Assert.Contains(
            Paid.When(Command.CorrectRealisation with { Amount = Exact.Decimal(amount) }).Outcome.Rejections,
            rejection => rejection is { Code: "amount-invalid", Field: "amount" }
        );

    [Fact]
    public void All_payments_of_the_line_stay_within_what_is_allocated()
    {
        Paid.When(Command.CorrectRealisation with { Amount = 300_000_000.01m })
            .ThenRefused("amount-above-allocated", "amount");
        Paid.When(Command.CorrectRealisation with { Amount = 300_000_000 })
            .Then(Example.RealisationCorrected with { Amount = 300_000_000 });
    }

    [Fact]
    public void A_payment_that_was_taken_back_does_not_return_to_a_line_that_is_no_longer_allocated()
    {
        var given = Given
            .Program(Example.Budgeted, Example.Realised)
            .After(Command.CorrectRealisation with { Amount = 0 })
            .After(Command.CorrectFunding with { Stage = Domain.Funding.FundingStage.Ceiling });

        given.When(Command.CorrectRealisation with { Amount = 5 }).ThenRefused("line-not-allocated", "line");
    }
}
