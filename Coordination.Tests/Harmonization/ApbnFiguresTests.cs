using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

public class ApbnFiguresTests
{
    private static readonly ApbnSupportRequested Second = Example.Requested with
    {
        Request = "r2",
        Scheme = "TKD-DAKF",
        Amount = 70_000_000,
    };

    [Fact]
    public void Requested_is_all_that_was_asked_for_and_not_withdrawn()
    {
        Assert.Equal(470_000_000, Of(Example.Requested, Second).Requested);
        Assert.Equal(470_000_000, Of(Example.Requested, Example.Rejected, Second).Requested);
        Assert.Equal(470_000_000, Of(Example.Requested, Example.Granted, Second).Requested);
        Assert.Equal(70_000_000, Of(Example.Requested, Example.Withdrawn, Second).Requested);
    }

    [Fact]
    public void Granted_is_what_goes_outside_and_through_regional_budgets_together() =>
        Assert.Equal(
            new(470_000_000, 360_000_000, 0, OutsideApbd: 300_000_000, ThroughApbd: 60_000_000),
            Of(
                Example.Budgeted,
                Example.Requested,
                Example.Granted,
                Second,
                Example.Granted with
                {
                    Request = "r2",
                    Amount = 60_000_000,
                }
            )
        );

    [Fact]
    public void A_proposal_of_central_money_is_not_granted() =>
        Assert.Equal(
            new(0, 0, 0, 0, 0),
            Of(Example.Budgeted with { Source = "APBN-BAKTI", Stage = FundingStage.Ceiling })
        );

    [Fact]
    public void A_line_that_a_grant_closed_counts_nowhere()
    {
        var program = Boards.Program(
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

        Assert.Equal((300_000_000, 300_000_000), (program.Funded, Figures.Of(program).Funded));
        Assert.Equal(300_000_000, Boards.Of(program).Totals.Apbn.Granted);
    }

    [Fact]
    public void Realised_is_what_was_paid_from_central_money() =>
        Assert.Equal(
            25_000_000.25m,
            Of(
                Example.Budgeted,
                Example.Requested,
                Example.Granted,
                Example.Realised,
                Example.Realised with
                {
                    Number = 2,
                    Line = "r1",
                    Amount = 25_000_000.25m,
                }
            ).Realised
        );

    [Fact]
    public void A_correction_of_a_grant_is_what_counts() =>
        Assert.Equal(
            200_000_000,
            Of(Example.Requested, Example.Granted, Example.Corrected with { Line = "r1", Amount = 200_000_000 }).Granted
        );

    [Fact]
    public void Inactive_programs_ask_for_nothing() =>
        Assert.Equal(new(0, 0, 0, 0, 0), Of(Example.Requested, Example.Granted, Example.Cancelled));

    private static ApbnTotals Of(params IEnumerable<IProgramEvent> since)
    {
        var board = Boards.Of(Boards.Program(since));

        Assert.Equal(board.Totals.Apbn, board.Row("19.05").Apbn);
        return board.Totals.Apbn;
    }
}
