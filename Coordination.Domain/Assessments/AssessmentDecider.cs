using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>Which events a command on an assessment yields, or every rule it breaks.</summary>
public static class AssessmentDecider
{
    /// <summary>SPBE is assessed since Perpres 95/2018.</summary>
    private const int FirstYear = 2018;
    private const int LastYear = 2100;

    /// <summary>Decides; repeating what has taken effect yields no event.</summary>
    /// <param name="assessment">State before the command, or none.</param>
    /// <param name="id">Which assessment the path names.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="instruments">The instruments known.</param>
    /// <param name="today">The day of the command in Jakarta.</param>
    public static Outcome<IAssessmentEvent> Decide(
        Assessment? assessment,
        AssessmentId id,
        IAssessmentCommand command,
        SpbeInstruments instruments,
        DateOnly today
    )
    {
        var verdict = new Verdict();
        RequireReason(verdict, command);
        if (InstrumentOf(verdict, id, instruments, today) is not { } instrument)
            return verdict.Decide<IAssessmentEvent>(() => []);
        var before = assessment ?? new Assessment(id.Government, id.Year);
        return (assessment, command) switch
        {
            (_, AssessIndicator c) => LevelDecisions.Assess(verdict, before, c, instrument),
            (_, AssessIndicators c) => LevelDecisions.Assess(verdict, before, c, instrument),
            (_, PublishIndex c) => PublicationDecisions.Publish(verdict, before, c, instrument, today),
            (null, _) => throw new InvalidOperationException("Only an assessment that is begun takes this command."),
            (_, SubmitAssessment) => LevelDecisions.Submit(verdict, before, instrument),
            (_, ReopenAssessment c) => LevelDecisions.Reopen(verdict, before, c),
            _ => throw new InvalidOperationException($"An assessment does not know {command}."),
        };
    }

    private static void RequireReason(Verdict verdict, IAssessmentCommand command)
    {
        if (command is ReopenAssessment)
            verdict.RequireText(command.Reason ?? "", "reason", 3, Texts.Long);
        else
            verdict.RequireOptionalText(command.Reason, "reason", Texts.Long);
    }

    /// <summary>The instrument of the year; none when the path names a government or year that cannot be assessed.</summary>
    private static SpbeInstrument? InstrumentOf(
        Verdict verdict,
        AssessmentId id,
        SpbeInstruments instruments,
        DateOnly today
    )
    {
        var isKnown =
            verdict.RequireKnown(
                Government.Find(id.Government) is not null,
                "government-unknown",
                "government",
                $"'{id.Government}' is not the code of a government."
            )
            & verdict.RequireKnown(
                id.Year is >= FirstYear and <= LastYear,
                "year-out-of-range",
                "year",
                $"Year {id.Year} does not lie between {FirstYear} and {LastYear}."
            );
        if (!isKnown)
            return null;
        verdict.Require(
            id.Year <= today.Year,
            "year-in-future",
            "year",
            $"Year {id.Year} has not begun; today is {today:yyyy-MM-dd} in Jakarta."
        );
        var instrument = instruments.InForce(id.Year);
        verdict.Require(
            instrument is not null,
            "instrument-unknown",
            "year",
            $"No instrument is known that {id.Year} was assessed by; the first holds from {instruments.All[0].FromYear}."
        );
        return instrument;
    }
}
