using Coordination.Domain.Assessments;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using CsCheck;

namespace Coordination.Tests.Harmonization;

/// <summary>The index on the board, and what lies behind it. Every indicator is assessed at level 2, so that the index is 2.</summary>
public class IndexTests
{
    private static readonly Assessment AtTwo = AssessmentExample.At(2);
    private static readonly Publication InJanuary = new([2, 2, 2, 2], 2, "Kep 1", new(2024, 1, 11));
    private static readonly Publication InJune = new([3, 3, 3, 3], 3, "Kep 2", new(2024, 6, 16));

    [Fact]
    public void The_current_index_is_the_latest_published_on_or_before_the_day()
    {
        Assessment[] assessments = [AtTwo.Publishing(InJanuary), new Assessment("19.05", 2024).Publishing(InJune)];

        Assert.Equal((2, "Cukup"), Current(assessments, new(2024, 6, 15)));
        Assert.Equal((3, "Baik"), Current(assessments, new(2024, 6, 16)));
        Assert.Equal((null, null), Current(assessments, new(2024, 1, 10)));
    }

    [Fact]
    public void The_current_predicate_is_that_of_the_unrounded_index()
    {
        var published = AtTwo.Publishing(new Publication([3.5m, 3.5m, 3.45m, 3.51m], 3.5m, "Kep 1", new(2024, 1, 11)));

        Assert.Equal((3.5m, "Baik"), Current([published], Example.Today));
    }

    [Fact]
    public void The_forecast_takes_each_indicator_at_the_higher_of_its_level_and_its_lifts()
    {
        // Indicators 17 and 32 weigh 2.5 and 2.75 percent.
        var index = Index(
            [Lifting(17, 4, Funded), Lifting(17, 3, Funded), Lifting(32, 1, Funded), Lifting(1, 5)],
            [AtTwo]
        );

        Assert.Equal((2 + 2 * 0.025m, "Cukup"), (index.Forecast, index.ForecastPredicate));
    }

    [Fact]
    public void A_program_that_is_past_its_day_counts_only_once_completed()
    {
        var late = Lifting(17, 4, Funded);
        var done = Lifting(32, 4, Example.Completed);

        Assert.Equal(2.105m, Index([late, done], [AtTwo], new(2024, 11, 30)).Forecast);
        Assert.Equal(2.055m, Index([late, done], [AtTwo], new(2024, 12, 1)).Forecast);
    }

    [Fact]
    public void A_later_year_speaks_for_the_indicators_that_it_has_assessed()
    {
        var later = new Assessment("19.05", 2024) { Levels = new Assessment("", 0).Levels.Add(17, 1).Add(18, 4) };

        Assert.Equal(2 + 0.025m, Index([], [later, AtTwo]).Forecast);
        Assert.Equal([2023, 2024], Row(View([], [later, AtTwo])).AssessedYears);
    }

    [Fact]
    public void Without_levels_there_is_no_forecast_and_the_reason_is_said()
    {
        var none = Index([Lifting(17, 4, Funded)], []);
        Assert.Equal(
            new(null, null, null, null, "No indicator of 19.05 has been assessed by instrument 59/2020."),
            none
        );

        var some = Index([], [AtTwo with { Levels = AtTwo.Levels.Remove(7).Remove(9) }]);
        Assert.Null(some.Forecast);
        Assert.Equal("2 of 47 indicators of 19.05 have no assessed level: 7, 9.", some.Reason);
        var row = Row(View([], []));
        Assert.Null(row.Range);
        Assert.Empty(row.Unlifted);
    }

    [Fact]
    public void Levels_of_another_government_say_nothing_here() =>
        Assert.Null(Index([], [AssessmentExample.At(2, "19.04")]).Forecast);

    [Fact]
    public void A_plan_is_forecast_by_the_instrument_of_its_year()
    {
        var plan = Example.Plan with { Id = "19-2026", Year = 2026 };
        var made = new Assessment("19.05", 2026)
        {
            Levels = new Assessment("", 0).Levels.Add(1, 1).Add(2, 2).Add(3, 3),
        };
        var program = Lifting(3, 4, Funded);

        var index = BoardMaker
            .Make(plan, Tally.Of([program]), [AtTwo, made], 42, Example.Today, MadeUp.Instruments)
            .Row("19.05")
            .Index;

        Assert.Equal((0.125m + 0.75m + 2, "Terpadu"), (index.Forecast, index.ForecastPredicate));
        Assert.Equal(
            "No indicator of 19.05 has been assessed by instrument contoh/2026.",
            BoardMaker.Make(plan, Tally.Empty, [AtTwo], 42, Example.Today, MadeUp.Instruments).Row("19.05").Index.Reason
        );
    }

    [Fact]
    public void The_range_goes_from_what_is_completed_to_what_is_planned()
    {
        var row = Row(View([Lifting(17, 3, Example.Completed), Lifting(18, 3, Funded), Lifting(19, 3)], [AtTwo]));

        Assert.Equal(new(2, "Cukup"), row.Assessed);
        Assert.Equal(
            (2.025m, 2.05m, 2.075m),
            (row.Range!.Completed.Index, row.Range.Funded.Index, row.Range.Planned.Index)
        );
        Assert.Equal(row.Range.Funded.Index, row.Index.Forecast);
    }

    [Fact]
    public void Programs_stand_in_the_order_of_what_they_add_per_rupiah()
    {
        var dear = Lifting(32, 4) with { Id = "19.05-2024-AAAA1" };
        var cheap = Costing(200_000_000, Lifting(17, 3)) with { Id = "19.05-2024-AAAA2" };
        var counted = Costing(500_000_000, Lifting(18, 3, Funded)) with { Id = "19.05-2024-AAAA3" };
        var useless = Lifting(19, 2) with { Id = "19.05-2024-AAAA4" };
        var done = Lifting(20, 5, Example.Completed) with { Id = "19.05-2024-AAAA5" };

        var programs = Row(View([dear, cheap, counted, useless, done], [AtTwo])).Programs;

        Assert.Equal([cheap.Id, dear.Id, counted.Id], programs.Select(gain => gain.Program));
        Assert.Equal(
            [(0.025m, 0.125m, false), (0.055m, 0.055m, false), (0.025m, 0.05m, true)],
            programs.Select(gain => (gain.Gain, gain.GainPerBillion, gain.IsCounted))
        );
        Assert.Equal([0.025m, 0.055m, 0], programs.Select(gain => gain.GainOverForecast));
    }

    [Fact]
    public void Indicators_that_no_program_lifts_stand_in_the_order_of_what_a_level_adds()
    {
        var levels = AssessmentExample.At(5, but: [(1, 4), (17, 2), (32, 3), (33, 2), (42, 4)]);

        var unlifted = Row(View([Lifting(17, 3), Lifting(32, 3)], [levels])).Unlifted;

        Assert.Equal(
            [(42, 4, 0.03m), (33, 2, 0.0275m), (32, 3, 0.0275m), (1, 4, 0.013m)],
            unlifted.Select(indicator => (indicator.Number, indicator.Level, indicator.GainPerLevel))
        );
    }

    [Fact]
    public void Board_and_view_show_the_same_index() =>
        RandomHistory.Choices.Sample(choices =>
        {
            var programs = RandomHistory.Of(choices).Programs.Values.ToList();
            Assessment[] assessments =
            [
                AtTwo.Publishing(InJanuary),
                AssessmentExample.At(1, "19"),
                AssessmentExample.At(3, "19.71"),
            ];

            Assert.Equal(
                Boards.Of(Example.Plan, Tally.Of(programs), assessments).Governments.Select(row => row.Index),
                View(programs, assessments).Governments.Select(row => row.Index)
            );
        });

    [Fact]
    public void Maturity_is_the_published_index_and_indicators_the_share_at_level_3_or_above()
    {
        Assessment[] assessments =
        [
            AssessmentExample.At(2, but: [(1, 3), (2, 5)]).Publishing(InJanuary),
            AssessmentExample.At(3, "19.71").Publishing(InJanuary with { Index = 3, Domains = [3, 3, 3, 3] }),
        ];
        var board = Boards.Of(Example.Plan, Tally.Empty, assessments);

        Assert.Equal(new(null, null, 0.4m, 0.042553m), board.Row("19.05").Implementation.Definitions);
        Assert.Equal(new(null, null, 0.6m, 1), board.Row("19.71").Implementation.Definitions);
        Assert.Equal(new(null, null, 0.5m, 0.521277m), board.Implementation.Definitions);
        Assert.Equal(new(null, null, null, null), board.Row("19").Implementation.Definitions);
    }

    [Fact]
    public void A_plan_may_aim_by_maturity_or_indicators()
    {
        var all = Boards.Codes.Select(code => AssessmentExample.At(3, code).Publishing(InJune)).ToList();
        Board By(ImplementationDefinition definition, decimal rate, DateOnly day) =>
            BoardMaker.Make(Example.Plan with { Target = new(rate, definition) }, Tally.Empty, all, 42, day);

        var maturity = By(ImplementationDefinition.Maturity, 0.6m, new(2024, 6, 16)).Implementation;
        Assert.Equal((0.6m, 0.6m, "19", true), (maturity.Rate, maturity.Mean, maturity.Lowest, maturity.Met));
        Assert.False(By(ImplementationDefinition.Maturity, 0.6001m, new(2024, 6, 16)).Implementation.Met);
        Assert.Null(By(ImplementationDefinition.Maturity, 0.6m, new(2024, 6, 15)).Implementation.Rate);
        Assert.True(By(ImplementationDefinition.Indicators, 1, new(2024, 6, 15)).Implementation.Met);
        Assert.All(
            By(ImplementationDefinition.Indicators, 1, Example.Today).Cells,
            cell => Assert.Null(cell.Implementation)
        );
    }

    private static readonly IProgramEvent Funded = Example.Budgeted with
    {
        Stage = FundingStage.Allocated,
        Amount = 1_000_000_000,
    };

    private static SpbeProgram Lifting(int number, int level, params IEnumerable<IProgramEvent> since)
    {
        var program = Boards.Program(since);
        return program with { Details = program.Details with { SpbeIndicators = [new(number, level)] } };
    }

    private static SpbeProgram Costing(decimal cost, SpbeProgram program) =>
        program with
        {
            Details = program.Details with { EstimatedCost = cost },
        };

    private static GovernmentIndex Index(
        IEnumerable<SpbeProgram> programs,
        IReadOnlyCollection<Assessment> assessments,
        DateOnly? day = null
    ) => BoardMaker.Make(Example.Plan, Tally.Of(programs), assessments, 42, day ?? Example.Today).Row("19.05").Index;

    private static (decimal?, string?) Current(IReadOnlyCollection<Assessment> assessments, DateOnly day) =>
        Index([], assessments, day) is var index ? (index.Current, index.Predicate) : default;

    private static IndexView View(
        IReadOnlyCollection<SpbeProgram> programs,
        IReadOnlyCollection<Assessment> assessments
    ) => IndexViewMaker.Make(Example.Plan, programs, assessments, 42, Example.Today);

    private static GovernmentIndexRow Row(IndexView view) =>
        Assert.Single(view.Governments, row => row.Code == "19.05");
}
