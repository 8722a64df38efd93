namespace Coordination.Tests.Programs;

public class ReportProgressTests
{
    [Fact]
    public void Progress_is_reported()
    {
        Given
            .Program()
            .When(Command.Report with { Output = 4.5m, Note = "Empat menara", Evidence = "https://example.go.id/f" })
            .Then(
                Example.Progressed with
                {
                    Output = 4.5m,
                    Note = "Empat menara",
                    Evidence = "https://example.go.id/f",
                }
            );
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    [InlineData("12.345")]
    public void A_percentage_runs_from_0_to_100_with_two_decimals(string percent) =>
        Given
            .Program()
            .When(Command.Report with { Percent = Exact.Decimal(percent), Note = "Catatan" })
            .ThenRefused("percent-invalid", "percent");

    [Theory]
    [InlineData("0")]
    [InlineData("12.34")]
    [InlineData("100")]
    public void A_percentage_at_the_edge_is_taken(string percent) =>
        Given
            .Program()
            .When(Command.Report with { Percent = Exact.Decimal(percent) })
            .Then(Example.Progressed with { Percent = Exact.Decimal(percent) });

    [Fact]
    public void Equal_reports_are_two() =>
        Given.Program(Example.Progressed).When(Command.Report).Then(Example.Progressed);

    [Fact]
    public void A_fall_needs_a_note()
    {
        var reported = Given.Program(Example.Progressed);

        reported.When(Command.Report with { Percent = 39.99m }).ThenRefused("fall-needs-note", "note");
        reported.When(Command.Report with { Percent = 39.99m, Note = "  " }).ThenRefused("fall-needs-note", "note");
        reported
            .When(Command.Report with { Percent = 30, Note = "Menara roboh" })
            .Then(Example.Progressed with { Percent = 30, Note = "Menara roboh" });
    }

    [Fact]
    public void A_late_report_of_an_earlier_day_is_no_fall() =>
        Given
            .Program(Example.Progressed)
            .When(Command.Report with { Percent = 10, AsOf = new(2024, 5, 30) })
            .Then(Example.Progressed with { Percent = 10, AsOf = new(2024, 5, 30) });

    [Theory]
    [InlineData("-1")]
    [InlineData("0.00001")]
    [InlineData("1000000000000.5")]
    public void An_output_is_a_quantity(string output) =>
        Assert.Contains(
            Given.Program().When(Command.Report with { Output = Exact.Decimal(output) }).Outcome.Rejections,
            rejection => rejection is { Code: "quantity-invalid", Field: "output" }
        );

    [Fact]
    public void An_output_of_0_is_reported() =>
        Given
            .Program()
            .When(Command.Report with { Percent = 5, Output = 0 })
            .Then(Example.Progressed with { Percent = 5, Output = 0 });

    [Fact]
    public void An_output_above_the_target_is_a_warning()
    {
        Given.Program().When(Command.Report with { Output = 12 }).ThenNotWarned();
        Given.Program().When(Command.Report with { Output = 12.5m }).ThenWarned("output-above-target");
    }

    [Fact]
    public void Notes_and_evidence_have_at_most_5000_characters()
    {
        Given.Program().When(Command.Report with { Note = new('a', 5001) }).ThenRefused("text-length", "note");
        Given.Program().When(Command.Report with { Evidence = new('a', 5001) }).ThenRefused("text-length", "evidence");
    }
}
