using System.Collections.Immutable;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Meetings;

/// <summary>Which events a command on a meeting yields, or every rule it breaks.</summary>
public static class MeetingDecider
{
    private const int MostAttendees = 500;

    /// <summary>Decides; repeating what has taken effect yields no event.</summary>
    /// <param name="meeting">State before the command, or none.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">What else it must know.</param>
    public static Outcome<IMeetingEvent> Decide(Meeting? meeting, IMeetingCommand command, MeetingFacts facts)
    {
        var verdict = new Verdict();
        if (command is not (RecordDecision or FailDecision or OpenMeeting { Renew: true }))
            verdict.RequireOptionalText(command.Reason, "reason", Texts.Long);
        return (meeting, command) switch
        {
            (_, ScheduleMeeting c) => Scheduling.Schedule(verdict, c, facts),
            (null, _) => throw new InvalidOperationException("Only a meeting that is called takes this command."),
            (_, ChangeAgenda c) => Scheduling.ChangeAgenda(verdict, meeting, c),
            (_, OpenMeeting c) => Open(verdict, meeting, c, facts),
            (_, RecordAttendance c) => Attend(verdict, meeting, c, facts),
            (_, RecordDecision c) => DecisionDecisions.Record(verdict, meeting, c, facts),
            (_, ApplyDecision c) => DecisionDecisions.Apply(verdict, meeting, c),
            (_, FailDecision c) => DecisionDecisions.Fail(verdict, meeting, c),
            (_, RetryDecision c) => DecisionDecisions.Retry(verdict, meeting, c),
            (_, AssignFollowUp c) => FollowUpDecisions.Assign(verdict, meeting, c, facts),
            (_, ReportFollowUp c) => FollowUpDecisions.Report(verdict, meeting, c),
            (_, CheckFollowUp c) => FollowUpDecisions.Check(verdict, meeting, c),
            (_, CloseMeeting) => Sealing.Close(verdict, meeting, facts),
            (_, SealAddendum c) => Sealing.Add(verdict, meeting, c, facts),
            _ => throw new InvalidOperationException($"A meeting does not know {command}."),
        };
    }

    internal static bool RequireOpen(Verdict verdict, Meeting meeting) =>
        verdict.RequireStage(
            meeting.Status == MeetingStatus.Open,
            meeting.Status == MeetingStatus.Closed ? "meeting-closed" : "meeting-not-open",
            "status",
            meeting.Status == MeetingStatus.Closed
                ? (Sentence)
                    $"Meeting {meeting.Id} is closed and its minutes are sealed; only an addendum can be added to them."
                : (Sentence)$"Meeting {meeting.Id} is not open yet."
        );

    internal static void RequireNotClosed(Verdict verdict, Meeting meeting) =>
        verdict.RequireStage(
            meeting.Status != MeetingStatus.Closed,
            "meeting-closed",
            "status",
            $"Meeting {meeting.Id} is closed and its minutes are sealed; only an addendum can be added to them."
        );

    /// <summary>A government of the plan's province, or the province itself.</summary>
    internal static void RequireOfProvince(Verdict verdict, string? government, string plan, string field)
    {
        if (government is not null)
            verdict.Require(
                Government.Find(government) is not null && Location.Contains(plan[..2], government),
                "government-unknown",
                field,
                $"'{government}' is not the code of a government of province {plan[..2]}."
            );
    }

    private static Outcome<IMeetingEvent> Open(Verdict verdict, Meeting meeting, OpenMeeting c, MeetingFacts facts)
    {
        RequireNotClosed(verdict, meeting);
        if (c.Renew)
            verdict.RequireText(c.Reason ?? "", "reason", 3, Texts.Long);
        var basis = new PlanPoint(facts.Position, facts.Today);
        var isNew = meeting.Basis is null || (c.Renew && meeting.Basis != basis);
        return verdict.Decide<IMeetingEvent>(() =>
            isNew ? [new MeetingOpened(meeting.Plan, basis.Position, basis.AsOf)] : []
        );
    }

    private static Outcome<IMeetingEvent> Attend(
        Verdict verdict,
        Meeting meeting,
        RecordAttendance c,
        MeetingFacts facts
    )
    {
        RequireOpen(verdict, meeting);
        verdict.Require(
            c.Attendees.Count is >= 1 and <= MostAttendees,
            "attendees-count",
            "attendees",
            $"{c.Attendees.Count} attendees are named; it needs 1 to {MostAttendees}."
        );
        foreach (var (index, attendee) in c.Attendees.Take(MostAttendees).Index())
        {
            verdict.RequireText(attendee.Name, $"attendees[{index}].name", 3, Texts.Line);
            verdict.RequireText(attendee.Office, $"attendees[{index}].office", 3, Texts.Line);
            RequireOfProvince(verdict, attendee.Government, meeting.Plan, $"attendees[{index}].government");
        }
        ImmutableList<Attendee> all =
        [
            .. c.Attendees.Select(one => new Attendee(one.Name.Trim(), one.Office.Trim(), one.Government)).Distinct(),
        ];
        return verdict.Decide<IMeetingEvent>(() =>
            meeting.Attendance.SequenceEqual(all) ? [] : [new AttendanceRecorded(meeting.Plan, all)]
        );
    }
}
