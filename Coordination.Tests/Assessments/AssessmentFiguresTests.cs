using Coordination.Domain.Assessments;

namespace Coordination.Tests.Assessments;

public class AssessmentFiguresTests
{
    private static AssessmentFigures Of(Assessment assessment) =>
        AssessmentFigures.Of(assessment.Levels, AssessmentExample.Instrument);

    [Fact]
    public void The_weakest_indicators_are_those_of_the_lowest_levels_the_heavier_first()
    {
        var figures = Of(AssessmentExample.At(3, but: [(1, 1), (42, 1), (21, 2)]));

        Assert.Equal([42, 1, 21], figures.Weakest.Take(3).Select(step => step.Number));
        Assert.Equal(10, figures.Weakest.Count);
    }

    [Fact]
    public void The_most_valuable_step_is_that_of_the_most_weight_and_of_equals_the_lower_level()
    {
        var figures = Of(AssessmentExample.At(5, but: [(1, 1), (32, 3), (33, 2), (42, 4)]));

        Assert.Equal(
            [(42, 0.03m), (33, 0.0275m), (32, 0.0275m), (1, 0.013m)],
            figures.NextSteps.Select(step => (step.Number, step.Gain))
        );
    }

    [Fact]
    public void One_level_more_of_an_indicator_adds_just_what_its_step_says() =>
        Assert.All(
            AssessmentExample.Instrument.Indicators,
            indicator =>
            {
                var before = AssessmentExample.At(2);
                var after = before with { Levels = before.Levels.SetItem(indicator.Number, 3) };
                Assert.Equal(indicator.WeightPercent / 100, Of(after).Index - Of(before).Index);
            }
        );

    [Fact]
    public void What_the_next_predicate_lacks_is_said_and_nothing_at_the_highest()
    {
        Assert.Equal(new("Sangat Baik", 3.5m, 0.5m), Of(AssessmentExample.At(3)).Next);
        Assert.Null(Of(AssessmentExample.At(5)).Next);
    }

    [Fact]
    public void Without_all_levels_there_is_no_index_and_the_parts_that_are_whole_have_theirs()
    {
        var some = AssessmentExample.At(4) with { Levels = AssessmentExample.At(4).Levels.Remove(11) };

        Assert.Equal((null, null), (Of(some).Index, Of(some).Predicate));
        Assert.Equal([4, null, 4, 4], Of(some).Domains.Select(domain => domain.Index));
        Assert.Equal([4, null, 4, 4, 4, 4, 4, 4], Of(some).Aspects.Select(aspect => aspect.Index));
    }
}
