using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>Decisions on the levels of indicators.</summary>
internal static class LevelDecisions
{
    internal static Outcome<IAssessmentEvent> Assess(
        Verdict verdict,
        Assessment assessment,
        AssessIndicator c,
        SpbeInstrument instrument
    )
    {
        verdict.RequireKnown(
            instrument.Find(c.Number) is not null,
            "indicator-unknown",
            "number",
            UnknownText(c.Number, instrument)
        );
        return Assess(verdict, assessment, [new(c.Number, c.Level, c.Evidence)], instrument, "level", "evidence");
    }

    internal static Outcome<IAssessmentEvent> Assess(
        Verdict verdict,
        Assessment assessment,
        AssessIndicators c,
        SpbeInstrument instrument
    )
    {
        const string field = "indicators";
        var isCountValid = verdict.Require(
            c.Indicators.Count > 0 && c.Indicators.Count <= instrument.Indicators.Count,
            "indicators-count",
            field,
            $"{c.Indicators.Count} indicators are named; name 1 to {instrument.Indicators.Count}."
        );
        if (!isCountValid)
            return verdict.Decide<IAssessmentEvent>(() => []);
        foreach (var number in c.Indicators.Select(item => item.Number).Distinct())
            verdict.Require(
                instrument.Find(number) is not null,
                "indicator-unknown",
                field,
                UnknownText(number, instrument)
            );
        var repeated = c.Indicators.GroupBy(item => item.Number).FirstOrDefault(group => group.Skip(1).Any());
        verdict.Require(
            repeated is null,
            "indicator-repeated",
            field,
            $"Indicator {repeated?.Key} is named more than once."
        );
        return Assess(verdict, assessment, c.Indicators, instrument, field, field);
    }

    internal static Outcome<IAssessmentEvent> Submit(Verdict verdict, Assessment assessment, SpbeInstrument instrument)
    {
        var missing = instrument.Missing(assessment.Levels).ToList();
        verdict.Require(
            missing.Count == 0,
            "assessment-incomplete",
            "indicators",
            $"{missing.Count} of {instrument.Indicators.Count} indicators have no level: {string.Join(", ", missing)}."
        );
        return verdict.Decide<IAssessmentEvent>(() =>
            assessment.Status == AssessmentStatus.Submitted
                ? []
                : [new AssessmentSubmitted(assessment.Government, assessment.Year)]
        );
    }

    internal static Outcome<IAssessmentEvent> Reopen(Verdict verdict, Assessment assessment, ReopenAssessment c)
    {
        verdict.RequireStage(
            assessment.Status == AssessmentStatus.Submitted,
            "assessment-not-submitted",
            "status",
            $"Assessment {assessment.Id} is not submitted; its levels can be changed as it is."
        );
        return verdict.Decide<IAssessmentEvent>(() =>
            [new AssessmentReopened(assessment.Government, assessment.Year, c.Reason.Trim())]
        );
    }

    /// <summary>What is said again is no event; what is new needs a draft.</summary>
    private static Outcome<IAssessmentEvent> Assess(
        Verdict verdict,
        Assessment assessment,
        IReadOnlyList<IndicatorLevel> items,
        SpbeInstrument instrument,
        string levelField,
        string evidenceField
    )
    {
        foreach (var item in items)
        {
            verdict.Require(
                instrument.IsLevel(item.Level),
                "level-invalid",
                levelField,
                $"Level {item.Level} of indicator {item.Number} is not a level from 1 to {instrument.HighestLevel}."
            );
            verdict.RequireText(item.Evidence, evidenceField, 3, Texts.Long);
        }
        var changes = items
            .Where(item =>
                assessment.Levels.GetValueOrDefault(item.Number) != item.Level
                || assessment.Evidence.GetValueOrDefault(item.Number) != item.Evidence.Trim()
            )
            .ToList();
        verdict.RequireStage(
            assessment.Status == AssessmentStatus.Draft || changes.Count == 0,
            "assessment-submitted",
            "status",
            $"Assessment {assessment.Id} is submitted and its levels stay; reopen it first."
        );
        return verdict.Decide<IAssessmentEvent>(() =>
            [
                .. changes.Select(item => new IndicatorAssessed(
                    assessment.Government,
                    assessment.Year,
                    item.Number,
                    item.Level,
                    item.Evidence.Trim()
                )),
            ]
        );
    }

    private static Sentence UnknownText(int number, SpbeInstrument instrument) =>
        $"Instrument {instrument.Code} has no indicator {number}; they run from 1 to {instrument.Indicators.Count}.";
}
