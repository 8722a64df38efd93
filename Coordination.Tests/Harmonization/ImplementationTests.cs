using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Harmonization;

public class ImplementationTests
{
    private static readonly SpbeProgram[] Three =
    [
        Boards.Program("19.05", 100, 1_000_000_000),
        Boards.Program("19.05", 50, 3_000_000_000),
        Boards.Program("19.71", 90, 1_000_000_000),
    ];

    [Fact]
    public void Completion_is_the_mean_progress_of_active_programs() =>
        Assert.Equal(0.8m, Boards.Of(Three).Implementation.Definitions.Completion);

    [Fact]
    public void Completion_by_cost_weighs_progress_by_cost() =>
        Assert.Equal(0.68m, Boards.Of(Three).Implementation.Definitions.CompletionByCost);

    [Fact]
    public void The_rate_pools_all_programs_and_follows_the_definition_of_the_plan()
    {
        var byCost = Boards.By(ImplementationDefinition.CompletionByCost, Three);

        Assert.Equal(0.8m, Boards.Of(Three).Implementation.Rate);
        Assert.Equal((0.68m, 0.625m), (byCost.Implementation.Rate, byCost.Row("19.05").Implementation.Rate));
        Assert.Equal(0.625m, byCost.Cell("19.05", "village-internet").Implementation);
    }

    [Fact]
    public void Rows_and_cells_have_their_own_rate()
    {
        var board = Boards.Of(Three);

        Assert.Equal((0.75m, 0.9m), (board.Row("19.05").Implementation.Rate, board.Row("19.71").Implementation.Rate));
        Assert.Equal(new(0.75m, 0.625m, null, null), board.Row("19.05").Implementation.Definitions);
        Assert.Equal(0.75m, board.Cell("19.05", "village-internet").Implementation);
    }

    [Fact]
    public void The_mean_is_over_governments_with_programs() =>
        Assert.Equal(0.825m, Boards.Of(Three).Implementation.Mean);

    [Fact]
    public void The_lowest_is_the_smallest_rate_and_ties_go_by_code()
    {
        Assert.Equal("19.05", Boards.Of(Three).Implementation.Lowest);
        Assert.Equal(
            "19.02",
            Boards
                .Of(Boards.Program("19.71", 10), Boards.Program("19.04", 10), Boards.Program("19.02", 10))
                .Implementation.Lowest
        );
    }

    [Fact]
    public void Inactive_programs_do_not_count()
    {
        var cancelled = Boards.Program("19.05", 0) with { CancellationReason = "Ganda" };

        Assert.Equal(0.8m, Boards.Of([.. Three, cancelled]).Implementation.Rate);
        Assert.Equal(0.68m, Boards.Of([.. Three, cancelled]).Implementation.Definitions.CompletionByCost);
    }

    [Fact]
    public void Met_is_met_only_when_each_of_the_eight_reaches_the_target()
    {
        var all = Boards.Codes.Select(code => Boards.Program(code, 80)).ToList();

        Assert.True(Boards.Of(all).Implementation.Met);
        Assert.False(Boards.Of([.. all.Skip(1), Boards.Program("19", 79.99m)]).Implementation.Met);
        Assert.False(Boards.Of([.. all.Skip(1), Boards.Program("19.71", 100)]).Implementation.Met);
    }

    [Fact]
    public void A_government_without_programs_has_no_rate_and_has_not_met_the_target()
    {
        var board = Boards.Of(Boards.Codes.Skip(1).Select(code => Boards.Program(code, 100)));

        Assert.False(board.Implementation.Met);
        Assert.Equal(new(null, false, new(null, null, null, null)), board.Row("19").Implementation);
        Assert.True(board.Row("19.01").Implementation.Met);
        Assert.Equal((1m, "19.01"), (board.Implementation.Mean, board.Implementation.Lowest));
    }

    [Fact]
    public void Without_programs_there_is_no_rate() =>
        Assert.Equal(new(null, null, null, false, new(null, null, null, null)), Boards.Of().Implementation);

    [Theory]
    [InlineData(ImplementationDefinition.Maturity)]
    [InlineData(ImplementationDefinition.Indicators)]
    public void A_figure_of_assessments_is_none_without_any_and_never_0(ImplementationDefinition definition)
    {
        var implementation = Boards.By(definition, Three).Implementation;

        Assert.Equal(new(null, null, null, false, new(0.8m, 0.68m, null, null)), implementation);
    }

    [Fact]
    public void A_rate_is_rounded_to_six_decimals_half_away_from_zero()
    {
        var third = Boards.Of(Boards.Program("19.05", 1), Boards.Program("19.05", 0), Boards.Program("19.05", 1));
        var half = Boards.Of(Boards.Program("19.05", 1, 1), Boards.Program("19.05", 0, 19_999));

        Assert.Equal("0.006667", $"{third.Implementation.Rate}");
        Assert.Equal("0.000001", $"{half.Implementation.Definitions.CompletionByCost}");
    }

    [Fact]
    public void A_rate_is_held_against_the_target_before_it_is_rounded()
    {
        var below = Boards.By(
            ImplementationDefinition.CompletionByCost,
            Boards.Program("19.05", 80, 99_999_999),
            Boards.Program("19.05", 79, 1)
        );

        Assert.Equal((0.8m, false), (below.Row("19.05").Implementation.Rate, below.Row("19.05").Implementation.Met));
    }
}
