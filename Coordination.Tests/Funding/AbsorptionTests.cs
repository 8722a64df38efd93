using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Funding;

/// <summary>
/// A program from 1 February to 30 November 2024 with Rp600.000.000 allocated, of which Rp100.000.000 are realised; from its start
/// to 31 December it is 335 days.
/// </summary>
public class AbsorptionTests
{
    [Fact]
    public void The_rate_is_what_is_realised_of_what_is_allocated() => Assert.Equal(0.166667m, On("2024-06-15").Rate);

    [Fact]
    public void Nothing_allocated_has_no_rate()
    {
        var absorption = FundingViewTests.View([Boards.Program()], Example.Today).Totals.Absorption;
        Assert.Equal(new(null, 0, null), absorption);
    }

    [Theory]
    // 40 % after 136 days: 335 ÷ 136 × 40 % = 98.53 %.
    [InlineData("2024-06-15", 40, "591176471")]
    // 40 % after 335 days is 40 %.
    [InlineData("2024-12-30", 40, "240718563")]
    [InlineData("2024-03-01", 40, "600000000")]
    // Before the start the schedule says that it will be done.
    [InlineData("2024-01-31", 0, "600000000")]
    // What is realised is not taken back.
    [InlineData("2024-11-30", 1, "100000000")]
    [InlineData("2024-06-15", 0, "100000000")]
    [InlineData("2024-12-31", 90, "100000000")]
    [InlineData("2025-03-01", 90, "100000000")]
    public void The_forecast_is_progress_at_its_pace_until_the_end_of_the_year(
        string day,
        int percent,
        string rupiah
    ) => Assert.Equal(Exact.Decimal(rupiah), On(day, Example.Progressed with { Percent = percent }).Forecast);

    [Fact]
    public void A_completed_program_will_have_realised_all() =>
        Assert.Equal(
            (600_000_000, 1),
            (On("2024-06-15", Example.Completed).Forecast, On("2024-06-15", Example.Completed).ForecastRate)
        );

    [Fact]
    public void A_program_of_several_years_is_expected_to_reach_its_share_of_the_schedule()
    {
        var program = Boards.Program(Example.Budgeted);
        // 200 of 800 days lie in this year.
        var start = new DateOnly(2024, 6, 15);
        var details = program.Details with { Schedule = new(start, start.AddDays(799), MultiYear: true) };
        var view = FundingViewTests.View([program with { Details = details }], new(2024, 6, 14));
        Assert.Equal(150_000_000, view.Totals.Absorption.Forecast);
    }

    [Fact]
    public void Money_that_is_not_allocated_or_was_given_away_is_not_expected()
    {
        Assert.Equal(0, Of(Example.Budgeted with { Stage = FundingStage.Ceiling }, Example.Progressed).Forecast);
        Assert.Equal(
            0,
            Of(Example.Budgeted with { TransferTo = new(Example.OtherId, "1") }, Example.Progressed).Forecast
        );
        Assert.Equal(0, Of(Example.Budgeted, Example.Progressed, Example.Cancelled).Forecast);
    }

    private static Absorption Of(params IEnumerable<IProgramEvent> since) =>
        FundingViewTests.View([Boards.Program(since)], Example.Today).Totals.Absorption;

    private static Absorption On(string day, params IEnumerable<IProgramEvent> since) =>
        FundingViewTests
            .View([Boards.Program([Example.Budgeted, Example.Realised, .. since])], Exact.Day(day))
            .Totals.Absorption;
}
