using Coordination.Domain;
using Coordination.Domain.Assessments;

namespace Coordination.Tests.Assessments;

public class SubmissionTests
{
    private static readonly AssessIndicators All = new([
        .. AssessmentExample.Instrument.Indicators.Select(indicator => new IndicatorLevel(indicator.Number, 2, "SK 1")),
    ]);

    private static readonly GivenAssessment Complete = Given.Assessment().After(All);
    private static readonly GivenAssessment Submitted = Complete.After(new SubmitAssessment());

    [Fact]
    public void An_assessment_of_all_indicators_is_submitted() =>
        Complete.When(new SubmitAssessment()).Then(AssessmentExample.Submitted);

    [Fact]
    public void Submitting_again_is_nothing_new() => Submitted.When(new SubmitAssessment()).ThenNothing();

    [Fact]
    public void An_assessment_with_a_gap_is_not_submitted_and_the_gap_is_named()
    {
        var answer = Given.Assessment(AssessmentExample.Assessed).When(new SubmitAssessment());

        answer.ThenRefused("assessment-incomplete", "indicators");
        var detail = answer.Outcome.Rejections[0].Detail;
        Assert.StartsWith("46 of 47 indicators have no level: 1, 2,", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(" 17,", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_stay_once_submitted_and_saying_them_again_is_nothing_new()
    {
        Submitted
            .When(new AssessIndicator(3, "SK 1") { Number = 17 })
            .ThenRefused("assessment-submitted", "status", RejectionKind.Stage);
        Submitted.When(All).ThenNothing();
    }

    [Fact]
    public void Reopening_lets_levels_change_again_and_says_why()
    {
        var reopened = Submitted.After(new ReopenAssessment("Bukti salah unggah"));

        Assert.Equal(AssessmentExample.Reopened, reopened.Events[^1]);
        reopened
            .When(new AssessIndicator(3, "SK 1") { Number = 17 })
            .Then(new IndicatorAssessed("19.05", 2023, 17, 3, "SK 1"));
        Submitted.When(new ReopenAssessment("")).ThenRefused("text-length", "reason");
    }

    [Fact]
    public void What_is_not_submitted_is_not_reopened() =>
        Complete
            .When(new ReopenAssessment("Bukti salah unggah"))
            .ThenRefused("assessment-not-submitted", "status", RejectionKind.Stage);
}
