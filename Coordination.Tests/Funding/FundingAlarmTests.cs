using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Funding;

public class FundingAlarmTests
{
    [Theory]
    [InlineData("2024-09-29", false)]
    [InlineData("2024-09-30", true)]
    [InlineData("2025-01-10", true)]
    public void Money_of_which_nothing_is_realised_by_30_September(string day, bool sounds)
    {
        Assert.Equal(sounds, Sounds(FundingAlarmKind.Unrealised, day, Example.Budgeted));
        Assert.False(Sounds(FundingAlarmKind.Unrealised, day, Example.Budgeted, Example.Realised));
        Assert.False(Sounds(FundingAlarmKind.Unrealised, day, Example.Budgeted with { Stage = FundingStage.Ceiling }));
        Assert.False(
            Sounds(FundingAlarmKind.Unrealised, day, Example.Budgeted with { TransferTo = new(Example.OtherId, "1") })
        );
    }

    [Fact]
    public void Money_allocated_after_30_September_is_not_late_and_money_without_a_document_is()
    {
        var october = Example.Dpa with { Date = new(2024, 10, 1) };
        Assert.False(Sounds(FundingAlarmKind.Unrealised, "2024-12-01", Example.Budgeted with { Document = october }));
        Assert.True(Sounds(FundingAlarmKind.Unrealised, "2024-12-01", Example.Budgeted with { Document = null }));
    }

    [Fact]
    public void A_payment_that_was_taken_back_is_none() =>
        Assert.True(
            Sounds(
                FundingAlarmKind.Unrealised,
                "2024-09-30",
                Example.Budgeted,
                Example.Realised,
                Example.RealisationCorrected with
                {
                    Amount = 0,
                }
            )
        );

    [Theory]
    // The request is of 1 February.
    [InlineData("2024-03-01", false)]
    [InlineData("2024-03-02", true)]
    public void A_request_without_an_answer_for_30_days(string day, bool sounds)
    {
        Assert.Equal(sounds, Sounds(FundingAlarmKind.Unanswered, day, Example.Requested));
        Assert.False(Sounds(FundingAlarmKind.Unanswered, day, Example.Requested, Example.Granted));
        Assert.False(Sounds(FundingAlarmKind.Unanswered, day, Example.Requested, Example.Rejected));
    }

    [Theory]
    // 100 of 500 is 20 %.
    [InlineData(0, "100000000", false)]
    [InlineData(0, "100000000.01", true)]
    [InlineData(40, "300000000", false)]
    [InlineData(39, "300000000", true)]
    public void More_than_20_points_more_is_realised_than_done(int percent, string realised, bool sounds) =>
        Assert.Equal(
            sounds,
            Sounds(
                FundingAlarmKind.AheadOfProgress,
                "2024-06-15",
                Example.Budgeted with
                {
                    Amount = 500_000_000,
                },
                Example.Realised with
                {
                    Amount = Exact.Decimal(realised),
                },
                Example.Progressed with
                {
                    Percent = percent,
                }
            )
        );

    [Fact]
    public void An_alarm_says_what_it_is_about()
    {
        var alarm = Assert.Single(Of("2024-06-15", Example.Requested));
        Assert.Equal(("r1", "APBN-BAKTI", 400_000_000), (alarm.Line, alarm.Source, alarm.Amount));
        Assert.Equal(
            "Kementerian Komunikasi dan Informatika has not answered request r1 for Rp400.000.000 of APBN-BAKTI since 2024-02-01: 135 days.",
            alarm.Detail
        );
    }

    private static bool Sounds(FundingAlarmKind kind, string day, params IEnumerable<IProgramEvent> since) =>
        Of(day, since).Any(alarm => alarm.Kind == kind);

    private static IEnumerable<FundingAlarm> Of(string day, params IEnumerable<IProgramEvent> since) =>
        FundingViewTests.View([Boards.Program(since)], Exact.Day(day)).Alarms;
}
