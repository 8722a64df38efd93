namespace Coordination.Domain.Assessments;

/// <summary>What each event makes of an assessment.</summary>
public static class AssessmentFold
{
    /// <summary>The state after all events, or none without events.</summary>
    public static Assessment? Replay(IEnumerable<IAssessmentEvent> events) =>
        events.Aggregate<IAssessmentEvent, Assessment?>(null, Evolve);

    /// <summary>The state after one more event; an indicator or a publication may come first.</summary>
    public static Assessment Evolve(Assessment? assessment, IAssessmentEvent next)
    {
        var before = assessment ?? new Assessment(next.Government, next.Year);
        return next switch
        {
            IndicatorAssessed e => before with
            {
                Levels = before.Levels.SetItem(e.Number, e.Level),
                Evidence = before.Evidence.SetItem(e.Number, e.Evidence),
            },
            AssessmentSubmitted => before with { Status = AssessmentStatus.Submitted },
            AssessmentReopened => before with { Status = AssessmentStatus.Draft },
            IndexPublished e => Publish(before, new(e.Domains, e.Index, e.Decree, e.PublishedOn)),
            _ => throw new InvalidOperationException($"Assessment '{before.Id}' does not know {next}."),
        };
    }

    private static Assessment Publish(Assessment assessment, Publication publication)
    {
        var index = assessment.Publications.FindIndex(earlier => earlier.Decree == publication.Decree);
        return assessment with
        {
            Publications =
                index < 0
                    ? assessment.Publications.Add(publication)
                    : assessment.Publications.SetItem(index, publication),
        };
    }
}
