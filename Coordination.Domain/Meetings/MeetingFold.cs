namespace Coordination.Domain.Meetings;

/// <summary>What each event makes of a meeting.</summary>
public static class MeetingFold
{
    /// <summary>The state after all events, or none without events.</summary>
    public static Meeting? Replay(string id, IEnumerable<IMeetingEvent> events) =>
        events.Aggregate<IMeetingEvent, Meeting?>(null, (meeting, next) => Evolve(meeting, id, next));

    /// <summary>The state after one more event. Only <see cref="MeetingScheduled"/> may come first.</summary>
    public static Meeting Evolve(Meeting? meeting, string id, IMeetingEvent next) =>
        (meeting, next) switch
        {
            (null, MeetingScheduled e) => new(id, e.Plan, e.Title, e.Date, e.Time, e.Place, e.Chair)
            {
                Agenda = e.Agenda,
            },
            (null, _) => throw new InvalidOperationException($"The stream of meeting '{id}' begins with {next}."),
            (_, AgendaChanged e) => meeting with { Agenda = e.Agenda },
            (_, MeetingOpened e) => meeting with { Basis = new(e.Basis, e.AsOf) },
            (_, AttendanceRecorded e) => meeting with { Attendance = e.Attendees },
            (_, DecisionRecorded e) => meeting with
            {
                Decisions = meeting.Decisions.Add(
                    new(e.Number, e.Decision, e.Finding, e.By, e.Objections, e.NewProgram)
                ),
            },
            (_, DecisionApplied e) => meeting.With(
                e.Number,
                decision => decision with { Status = DecisionStatus.Applied, Changes = e.Changes }
            ),
            (_, DecisionFailed e) => meeting.With(
                e.Number,
                decision => decision with { Status = DecisionStatus.Failed, FailureReason = e.Reason }
            ),
            (_, DecisionRetried e) => meeting.With(
                e.Number,
                decision => decision with { Status = DecisionStatus.Applying, FailureReason = null }
            ),
            (_, FollowUpAssigned e) => meeting with
            {
                FollowUps = meeting.FollowUps.Add(
                    new(e.Number, e.Text, e.Owner, e.Agency, e.Government, e.Due, e.Expects, e.Finding)
                ),
            },
            (_, FollowUpReported e) => meeting.With(
                e.Number,
                (FollowUp followUp) => followUp with { Report = new(e.Done, e.Text) }
            ),
            (_, FollowUpChecked e) => meeting.With(
                e.Number,
                (FollowUp followUp) => followUp with { Check = new(e.Result, e.Detail, e.AsOf) }
            ),
            (_, MeetingClosed e) => meeting with { Seal = new(new(e.Position, e.AsOf), e.Minutes, e.Digest) },
            (_, AddendumSealed e) => meeting with
            {
                Addenda = meeting.Addenda.Add(new(e.Number, e.Text, e.SealedOn, e.Sealed, e.Digest)),
            },
            _ => throw new InvalidOperationException($"Meeting '{id}' does not know {next}."),
        };

    private static Meeting With(this Meeting meeting, int number, Func<MeetingDecision, MeetingDecision> change) =>
        meeting with
        {
            Decisions = meeting.Decisions.SetItem(number - 1, change(meeting.Decisions[number - 1])),
        };

    private static Meeting With(this Meeting meeting, int number, Func<FollowUp, FollowUp> change) =>
        meeting with
        {
            FollowUps = meeting.FollowUps.SetItem(number - 1, change(meeting.FollowUps[number - 1])),
        };
}
