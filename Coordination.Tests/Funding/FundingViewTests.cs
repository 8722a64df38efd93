using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Funding;

/// <summary>The funding view of a program that costs Rp1.000.000.000, on 15 June 2024.</summary>
public class FundingViewTests
{
    private static readonly ProgramBudgeted Given = Example.Budgeted with { TransferTo = new(Example.OtherId, "7") };

    [Fact]
    public void Every_line_counts_at_its_current_stage_only()
    {
        var moved = Sums(
            Example.Budgeted with
            {
                Stage = FundingStage.Proposed,
                Amount = 1,
            },
            Example.Budgeted with
            {
                Stage = FundingStage.Indicative,
                Amount = 10,
            },
            Example.Budgeted with
            {
                Line = "2",
                Stage = FundingStage.Ceiling,
                Amount = 100,
            },
            Example.Budgeted with
            {
                Line = "3",
                Amount = 1000,
            }
        );

        Assert.Equal(new StageSums(0, 10, 100, 1000, 0, 0), moved.Consolidated);
        Assert.Equal(moved.Consolidated, moved.Unconsolidated);
    }

    [Fact]
    public void A_line_that_a_grant_closed_counts_nowhere_and_is_still_shown()
    {
        var view = Of(
            Example.Budgeted with
            {
                Source = "APBN-BAKTI",
                Stage = FundingStage.Ceiling,
            },
            Example.Requested,
            Example.Granted with
            {
                ClosesLine = "1",
            }
        );

        Assert.Equal(new StageSums(0, 0, 0, 300_000_000, 0, 0), view.Totals.Unconsolidated);
        Assert.Equal(["1", "r1"], view.Lines.Select(line => line.Line));
        Assert.Equal("r1", view.Lines[0].ClosedBy);
    }

    [Fact]
    public void Given_money_counts_at_the_receiver_alone_once_consolidated()
    {
        var figures = Sums(Given, Example.Realised);

        Assert.Equal((0, 0), (figures.Consolidated.Allocated, figures.Consolidated.Realised));
        Assert.Equal((600_000_000, 100_000_000), (figures.Unconsolidated.Allocated, figures.Unconsolidated.Realised));
        Assert.Equal(400_000_000, figures.FundingGap);
    }

    [Fact]
    public void An_inactive_program_releases_what_was_not_paid_and_asks_for_nothing()
    {
        var view = Of(Example.Budgeted, Example.Realised, Example.Requested, Example.Cancelled);

        Assert.Equal(new StageSums { Released = 500_000_000 }, view.Totals.Consolidated);
        Assert.Equal((1, 0, 0), (view.Totals.Programs, view.Totals.Active, view.Totals.Waiting.Requests));
        Assert.Empty(view.Requests);
        Assert.Empty(view.Alarms);
        Assert.Equal(ProgramStatus.Cancelled, Assert.Single(view.Lines).Status);
    }

    [Fact]
    public void A_request_waits_until_it_is_answered()
    {
        var waiting = Assert.Single(Of(Example.Requested).Requests);

        Assert.Equal(
            ("r1", "APBN-BAKTI", 400_000_000, 135),
            (waiting.Request, waiting.Scheme, waiting.Amount, waiting.DaysWaiting)
        );
        Assert.Equal(new(1, 400_000_000), Sums(Example.Requested).Waiting);
        Assert.Empty(Of(Example.Requested, Example.Rejected).Requests);
        Assert.Equal(400_000_000, Sums(Example.Requested, Example.Rejected).Apbn.Requested);
        Assert.Equal(0, Sums(Example.Requested, Example.Withdrawn).Apbn.Requested);
    }

    [Fact]
    public void A_filter_by_source_shows_that_money_and_no_programs_cost()
    {
        var program = Boards.Program(Example.Budgeted, Example.Requested, Example.Granted);
        var view = View([program], Example.Today, new(Source: "APBN-BAKTI"));

        Assert.Equal(300_000_000, view.Totals.Consolidated.Allocated);
        Assert.Null(view.Totals.EstimatedCost);
        Assert.Equal("APBN-BAKTI", Assert.Single(view.Sources).Code);
        Assert.Equal("r1", Assert.Single(view.Lines).Line);
        Assert.All(view.Governments, row => Assert.Null(row.Figures.FundingGap));
    }

    [Fact]
    public void A_filter_by_government_and_priority_leaves_others_out()
    {
        var program = Boards.Program(Example.Budgeted);
        var other = program with { Id = Example.OtherId, Government = "19.01" };

        var view = View([program, other], Example.Today, new(Government: "19.01"));
        Assert.Equal(600_000_000, view.Totals.Consolidated.Allocated);
        Assert.Equal("19.01", Assert.Single(view.Governments).Code);
        Assert.Empty(View([program], Example.Today, new(Priority: "one-data")).Cells);
    }

    [Fact]
    public void A_transfer_says_what_is_given_and_what_the_receiver_has()
    {
        var giver = Boards.Program(Given);
        var receiver = Boards.Program(
            Example.Budgeted with
            {
                Line = "7",
                Source = "BANKEU-PROV",
                Amount = 500_000_000,
            }
        ) with
        {
            Id = Example.OtherId,
        };

        var early = Assert.Single(View([giver, receiver with { Funding = [] }], Example.Today).Transfers);
        Assert.Equal((600_000_000, 0, 600_000_000), (early.Given, early.Received, early.Difference));
        var view = View([giver, receiver], Example.Today);
        Assert.Equal(100_000_000, Assert.Single(view.Transfers).Difference);
        Assert.Equal(FundingAlarmKind.TransferDiffers, Assert.Single(view.Alarms).Kind);
        Assert.Equal(Example.OtherId, view.Alarms[0].Program);
        Assert.Null(Assert.Single(View([giver], Example.Today).Transfers).Received);
    }

    [Fact]
    public void A_gift_to_a_program_that_was_cancelled_is_an_alarm()
    {
        var giver = Boards.Program(Given);
        var receiver = Boards.Program(Example.Budgeted with { Line = "7" }, Example.Cancelled) with
        {
            Id = Example.OtherId,
        };

        var alarm = Assert.Single(View([giver, receiver], Example.Today).Alarms);
        Assert.Equal((FundingAlarmKind.TransferDiffers, 600_000_000), (alarm.Kind, alarm.Amount));
    }

    internal static FundingView View(
        IReadOnlyCollection<SpbeProgram> programs,
        DateOnly day,
        FundingFilter? filter = null
    ) => FundingViewMaker.Make(Example.Plan, programs, filter ?? new(), 42, day);

    private static FundingView Of(params IEnumerable<IProgramEvent> since) =>
        View([Boards.Program(since)], Example.Today);

    private static FundingFigures Sums(params IEnumerable<IProgramEvent> since) => Of(since).Totals;
}
