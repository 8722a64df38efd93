using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

/// <summary>Ids and number of lines, and what holds once a line is closed or has realised money.</summary>
public class FundingLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("garis satu")]
    [InlineData("1\n")]
    [InlineData("123456789012345678901")]
    public void A_line_id_is_1_to_20_letters_digits_or_hyphens(string line) =>
        Given.Program().When(Command.Budget with { Line = line }).ThenRefused("line-malformed", "line");

    [Theory]
    [InlineData("r1")]
    [InlineData("r27")]
    public void Line_ids_of_grants_are_kept_for_them(string line) =>
        Given.Program().When(Command.Budget with { Line = line }).ThenRefused("line-of-grant", "line");

    [Fact]
    public void The_line_of_a_grant_is_corrected_not_set() =>
        Given
            .Program(Example.Requested, Example.Granted)
            .When(Command.Budget with { Line = "r1" })
            .ThenRefused("line-of-grant", "line");

    [Fact]
    public void A_line_that_a_grant_closed_is_not_set_anew() =>
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
            .When(Command.Budget)
            .ThenRefused("line-closed", "line");

    [Fact]
    public void A_program_has_at_most_200_lines()
    {
        var lines = Enumerable.Range(1, 200).Select(number => Example.Budgeted with { Line = $"{number}" });
        var full = Given.Program(lines);

        full.When(Command.Budget with { Line = null }).ThenRefused("too-many-lines", "line");
        full.When(Command.Budget with { Line = "200", Amount = 5 })
            .Then(Example.Budgeted with { Line = "200", Amount = 5 });
    }

    [Fact]
    public void No_line_falls_below_what_it_has_realised()
    {
        var paid = Given.Program(Example.Budgeted, Example.Realised);

        paid.When(Command.Budget with { Amount = 99_999_999 }).ThenRefused("amount-below-realised", "amount");
        paid.When(Command.Budget with { Amount = 100_000_000 }).Then(Example.Budgeted with { Amount = 100_000_000 });
    }

    [Fact]
    public void A_line_that_has_realised_money_keeps_its_source()
    {
        var other = Command.Budget with { Source = "APBD-PROV" };

        Given.Program(Example.Budgeted, Example.Realised).When(other).ThenRefused("source-realised", "source");
        Given.Program(Example.Budgeted).When(other).Then(Example.Budgeted with { Source = "APBD-PROV" });
    }
}
