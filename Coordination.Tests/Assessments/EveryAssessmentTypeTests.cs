using Coordination.Domain.Assessments;

namespace Coordination.Tests.Assessments;

/// <summary>No event and no command of an assessment is forgotten.</summary>
public class EveryAssessmentTypeTests
{
    public static TheoryData<string> Events => new(Everything.NamesOf<IAssessmentEvent>());

    [Fact]
    public void The_examples_name_every_event() =>
        Assert.Equal(
            Everything.NamesOf<IAssessmentEvent>(),
            AssessmentExample.Events.Select(e => e.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_changes_what_the_fold_makes_of_an_assessment(string name)
    {
        var before = AssessmentExample.Events.TakeWhile(e => e.GetType().Name != name).ToList();

        Assert.NotEqual(
            Json.Of(AssessmentFold.Replay(before) ?? new Assessment("", 0)),
            Json.Of(AssessmentFold.Replay([.. before, AssessmentExample.Events[before.Count]])!)
        );
    }

    [Fact]
    public void An_assessment_knows_its_id_and_no_events_are_none()
    {
        Assert.Equal("19.05-2023", AssessmentFold.Replay(AssessmentExample.Events)!.Id);
        Assert.Null(AssessmentFold.Replay([]));
    }

    [Theory]
    [InlineData("19-2024", "19", 2024)]
    [InlineData("19.05-2023", "19.05", 2023)]
    public void An_id_names_government_and_year(string text, string government, int year)
    {
        Assert.Equal(new(government, year), AssessmentId.Parse(text));
        Assert.Equal(text, AssessmentId.Parse(text)!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("19.5-2024")]
    [InlineData("19-2024\n")]
    [InlineData("19-24")]
    [InlineData("-2024")]
    [InlineData("19.05.01-2024")]
    public void What_is_no_id_is_none(string text) => Assert.Null(AssessmentId.Parse(text));
}
