using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

public class RealiseFundsTests
{
    private static readonly GivenProgram Allocated = Given.Program(Example.Budgeted);
    private static readonly GivenProgram Paid = Given.Program(Example.Budgeted, Example.Realised);

    [Fact]
    public void Money_is_realised_on_an_allocated_line() => Allocated.When(Command.Realise).Then(Example.Realised);

    [Fact]
    public void Equal_realisations_are_two_payments() =>
        Paid.When(Command.Realise).Then(Example.Realised with { Number = 2 });

    [Fact]
    public void Money_is_realised_on_the_line_of_a_grant() =>
        Given
            .Program(Example.Requested, Example.Granted)
            .When(Command.Realise with { Line = "r1" })
            .Then(Example.Realised with { Line = "r1" });

    [Fact]
    public void The_source_is_enough_when_it_has_one_line() =>
        Given
            .Program(Example.Budgeted, Example.Budgeted with { Line = "2", Source = "APBD-PROV" })
            .When(Command.Realise with { Line = null, Source = "APBD-PROV" })
            .Then(Example.Realised with { Line = "2" });

    [Fact]
    public void A_line_that_a_grant_closed_does_not_make_its_source_ambiguous()
    {
        var proposed = Example.Budgeted with { Source = "APBN-BAKTI", Stage = FundingStage.Proposed };

        Given
            .Program(proposed, Example.Requested, Example.Granted with { ClosesLine = "1" })
            .When(Command.Realise with { Line = null, Source = "APBN-BAKTI" })
            .Then(Example.Realised with { Line = "r1" });
    }

    [Fact]
    public void A_source_with_several_lines_or_none_does_not_say_which()
    {
        var two = Given.Program(Example.Budgeted, Example.Budgeted with { Line = "2" });

        two.When(Command.Realise with { Line = null, Source = "APBD-KABKOTA" }).ThenRefused("line-ambiguous", "line");
        two.When(Command.Realise with { Line = null, Source = "CSR" }).ThenRefused("line-ambiguous", "line");
        two.When(Command.Realise with { Line = null }).ThenRefused("line-ambiguous", "line");
    }

    [Fact]
    public void Line_and_source_agree()
    {
        Allocated.When(Command.Realise with { Source = "CSR" }).ThenRefused("source-mismatch", "source");
        Allocated.When(Command.Realise with { Source = "APBD-KABKOTA" }).Then(Example.Realised);
    }

    [Fact]
    public void The_line_exists() =>
        Allocated.When(Command.Realise with { Line = "2" }).ThenRefused("line-unknown", "line");

    [Theory]
    [InlineData(FundingStage.Proposed)]
    [InlineData(FundingStage.Indicative)]
    [InlineData(FundingStage.Ceiling)]
    public void Nothing_is_realised_on_a_line_that_is_not_allocated(FundingStage stage) =>
        Given
            .Program(Example.Budgeted with { Stage = stage })
            .When(Command.Realise)
            .ThenRefused("line-not-allocated", "line");

    [Fact]
    public void All_payments_of_a_line_stay_within_what_is_allocated()
    {
        Paid.When(Command.Realise with { Amount = 500_000_000.01m }).ThenRefused("amount-above-allocated", "amount");
        Paid.When(Command.Realise with { Amount = 500_000_000 })
            .Then(Example.Realised with { Number = 2, Amount = 500_000_000 });
    }

    [Fact]
    public void Payments_of_another_line_do_not_count() =>
        Given
            .Program(Example.Budgeted, Example.Budgeted with { Line = "2" }, Example.Realised)
            .When(Command.Realise with { Line = "2", Amount = 600_000_000 })
            .Then(Example.Realised with { Number = 2, Line = "2", Amount = 600_000_000 });

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("0.001")]
    public void A_payment_is_above_0_with_two_decimals(string amount) =>
        Allocated.When(Command.Realise with { Amount = Exact.Decimal(amount) }).ThenRefused("amount-invalid", "amount");

    [Theory]
    [InlineData("100000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void A_payment_above_100_trillion_is_refused_however_large(string amount) =>
        Assert.Contains(
            Paid.When(Command.Realise with { Amount = Exact.Decimal(amount) }).Outcome.Rejections,
            rejection => rejection is { Code: "amount-invalid", Field: "amount" }
        );
}
