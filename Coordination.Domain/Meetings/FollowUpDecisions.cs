using Coordination.Domain.Programs;

namespace Coordination.Domain.Meetings;

/// <summary>Follow-ups: given, reported, checked.</summary>
internal static class FollowUpDecisions
{
    private const int MostFollowUps = 1000;

    internal static Outcome<IMeetingEvent> Assign(
        Verdict verdict,
        Meeting meeting,
        AssignFollowUp c,
        MeetingFacts facts
    )
    {
        var isOpen = MeetingDecider.RequireOpen(verdict, meeting);
        verdict.RequireText(c.Text, "text", 3, Texts.Long);
        verdict.RequireText(c.Owner, "owner", 3, Texts.Line);
        verdict.RequireText(c.Agency, "agency", 3, Texts.Line);
        MeetingDecider.RequireOfProvince(verdict, c.Government, meeting.Plan, "government");
        if (verdict.RequireDay(c.Due, "due") && isOpen)
            verdict.Require(
                c.Due >= meeting.Basis!.AsOf,
                "due-before-meeting",
                "due",
                $"{c.Due:yyyy-MM-dd} lies before the day of the meeting, {meeting.Basis.AsOf:yyyy-MM-dd}."
            );
        verdict.Require(
            meeting.FollowUps.Count < MostFollowUps,
            "too-many-follow-ups",
            "text",
            $"Meeting {meeting.Id} has {MostFollowUps} follow-ups; more it cannot have."
        );
        verdict.Require(
            (c.Finding ?? (c.Expects as FindingGone)?.Finding) is null || facts.IsFindingKnown,
            "finding-unknown",
            c.Finding is null ? "expects.finding" : "finding",
            $"Plan {meeting.Plan} has no finding '{c.Finding ?? (c.Expects as FindingGone)?.Finding}' now."
        );
        if (c.Expects is { } expected)
            RequireExpectable(verdict, meeting, expected, facts);
        return verdict.Decide<IMeetingEvent>(() =>
            [
                new FollowUpAssigned(
                    meeting.Plan,
                    meeting.FollowUps.Count + 1,
                    c.Text.Trim(),
                    c.Owner.Trim(),
                    c.Agency.Trim(),
                    c.Government ?? meeting.Plan[..2],
                    c.Due,
                    c.Expects,
                    Texts.TrimmedOrNone(c.Finding)
                ),
            ]
        );
    }

    internal static Outcome<IMeetingEvent> Report(Verdict verdict, Meeting meeting, ReportFollowUp c)
    {
        var followUp = meeting.FindFollowUp(c.Number);
        RequireKnown(verdict, meeting, c.Number, followUp);
        verdict.RequireText(c.Text, "text", 3, Texts.Long);
        var report = new FollowUpReport(c.Done, c.Text.Trim());
        return verdict.Decide<IMeetingEvent>(() =>
            followUp!.Report == report ? [] : [new FollowUpReported(meeting.Plan, c.Number, report.Done, report.Text)]
        );
    }

    /// <summary>The same result again is no news, whatever the day.</summary>
    internal static Outcome<IMeetingEvent> Check(Verdict verdict, Meeting meeting, CheckFollowUp c)
    {
        var followUp = meeting.FindFollowUp(c.Number);
        RequireKnown(verdict, meeting, c.Number, followUp);
        return verdict.Decide<IMeetingEvent>(() =>
            followUp!.Check is { } last && last with { AsOf = c.Check.AsOf } == c.Check
                ? []
                : [new FollowUpChecked(meeting.Plan, c.Number, c.Check.Result, c.Check.Detail, c.Check.AsOf)]
        );
    }

    private static void RequireExpectable(Verdict verdict, Meeting meeting, Expectation expected, MeetingFacts facts)
    {
        if (expected.About is { } about)
            verdict.Require(
                facts.Expected is { } program && program.Plan == meeting.Plan,
                "program-unknown",
                "expects.program",
                $"Plan {meeting.Plan} has no program '{about}'."
            );
        if (expected is ProgressReached { Percent: var percent })
            verdict.Require(
                percent is > 0 and <= 100,
                "percent-out-of-range",
                "expects.percent",
                $"{percent} does not lie above 0 and at most at 100."
            );
        if (expected is FundingAllocated { Amount: { } amount })
            verdict.RequireAmount(amount, "expects.amount");
        if (expected is ConstraintGone { Constraint: var constraint } && facts.Expected is { } constrained)
            verdict.Require(
                constrained.FindConstraint(constraint) is not null,
                "constraint-unknown",
                "expects.constraint",
                $"Program {constrained.Id} has no constraint '{constraint}'."
            );
    }

    private static void RequireKnown(Verdict verdict, Meeting meeting, int number, FollowUp? followUp) =>
        verdict.RequireKnown(
            followUp is not null,
            "follow-up-unknown",
            "followUp",
            $"Meeting {meeting.Id} has no follow-up {number}."
        );
}
