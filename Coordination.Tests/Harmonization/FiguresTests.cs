using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

/// <summary>The money of a program that costs Rp1.000.000.000.</summary>
public class FiguresTests
{
    private static readonly ProgramBudgeted Given = Example.Budgeted with { TransferTo = new(Example.OtherId, "1") };

    [Fact]
    public void Funded_is_what_is_allocated()
    {
        var figures = Of(
            Example.Budgeted,
            Example.Budgeted with
            {
                Line = "2",
                Amount = 50_000_000,
            },
            Example.Budgeted with
            {
                Line = "3",
                Stage = FundingStage.Ceiling,
            }
        );

        Assert.Equal((650_000_000, 350_000_000), (figures.Funded, figures.FundingGap));
    }

    [Fact]
    public void The_gap_is_summed_per_program_so_that_money_too_much_here_closes_none_there()
    {
        var above = Of(Example.Budgeted with { Amount = 1_500_000_000 });
        var below = Of(Example.Budgeted with { Amount = 200_000_000 });

        Assert.Equal((0, 800_000_000), (above.FundingGap, below.FundingGap));
        Assert.Equal(800_000_000, (above + below).FundingGap);
        Assert.Equal((2_000_000_000, 1_700_000_000), ((above + below).EstimatedCost, (above + below).Funded));
    }

    [Fact]
    public void Given_money_counts_at_the_receiver_alone_but_closes_the_own_gap()
    {
        var figures = Of(Given, Example.Realised, Example.Budgeted with { Line = "2", Amount = 300_000_000 });

        Assert.Equal((300_000_000, 0, 100_000_000), (figures.Funded, figures.Realised, figures.FundingGap));
        Assert.Equal(1, Of(Given with { Amount = 1_000_000_000 }).FullyFunded);
    }

    [Fact]
    public void Realised_is_what_was_paid_corrections_included()
    {
        var second = Example.Realised with { Number = 2, Amount = 0.5m };

        Assert.Equal(
            90_000_000.5m,
            Of(Example.Budgeted, Example.Realised, second, Example.RealisationCorrected).Realised
        );
    }

    [Fact]
    public void An_inactive_program_counts_as_a_program_and_releases_what_was_not_paid()
    {
        foreach (var end in (IProgramEvent[])[Example.Deferred, Example.Cancelled])
        {
            var figures = Of(
                Example.Budgeted,
                Example.Realised,
                Example.Requested,
                Example.Progressed,
                Example.Raised,
                end
            );

            Assert.Equal(new() { Programs = 1, Released = 500_000_000 }, figures);
        }
    }

    [Fact]
    public void Given_money_is_not_released_a_second_time() =>
        Assert.Equal(
            new() { Programs = 1, Released = 5 },
            Of(Given, Example.Realised, Example.Budgeted with { Line = "2", Amount = 5 }, Example.Cancelled)
        );

    [Fact]
    public void A_resumed_program_counts_again() =>
        Assert.Equal(Of(Example.Budgeted), Of(Example.Budgeted, Example.Deferred, Example.Resumed));

    [Fact]
    public void A_completed_program_is_active_and_releases_nothing()
    {
        var figures = Of(Example.Budgeted, Example.Realised, Example.Completed);

        Assert.Equal((1, 1, 1), (figures.Programs, figures.Active, figures.Completed));
        Assert.Equal((600_000_000, 100_000_000, 0), (figures.Funded, figures.Realised, figures.Released));
    }

    [Fact]
    public void Fully_funded_is_funded_up_to_the_cost()
    {
        Assert.Equal(0, Of(Example.Budgeted with { Amount = 999_999_999 }).FullyFunded);
        Assert.Equal(1, Of(Example.Budgeted with { Amount = 1_000_000_000 }).FullyFunded);
        Assert.Equal(0, Of(Example.Budgeted with { Amount = 1_000_000_000, Stage = FundingStage.Ceiling }).FullyFunded);
    }

    [Fact]
    public void What_is_added_can_be_taken_away_again()
    {
        var one = Of(Example.Budgeted, Example.Realised, Example.Requested, Example.Raised, Example.Progressed);
        var other = Of(Example.Budgeted, Example.Realised, Example.Cancelled);

        Assert.Equal(one, one + other - other);
        Assert.Equal(default, one - one);
    }

    private static Figures Of(params IEnumerable<IProgramEvent> since) => Figures.Of(Boards.Program(since));
}
