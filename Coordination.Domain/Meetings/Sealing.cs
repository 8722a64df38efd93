namespace Coordination.Domain.Meetings;

/// <summary>Closing a meeting, and adding to what was sealed.</summary>
internal static class Sealing
{
    private const int MostAddenda = 100;

    /// <summary>Failed decisions are told in the minutes; one that is being applied has to come to its end first.</summary>
    internal static Outcome<IMeetingEvent> Close(Verdict verdict, Meeting meeting, MeetingFacts facts)
    {
        if (meeting.Status == MeetingStatus.Closed)
            return verdict.Decide<IMeetingEvent>(() => []);
        MeetingDecider.RequireOpen(verdict, meeting);
        var pending = meeting.Decisions.Where(decision => decision.Status == DecisionStatus.Applying).ToList();
        verdict.RequireStage(
            pending.Count == 0,
            "decisions-applying",
            "decisions",
            $"Decisions {string.Join(", ", pending.Select(decision => decision.Number))} of meeting {meeting.Id} are still being "
                + $"applied; close it once they have taken effect or failed."
        );
        verdict.RequireStage(
            verdict.IsRefused || facts.Minutes?.Version == facts.Version,
            "meeting-went-on",
            "status",
            $"Meeting {meeting.Id} went on while its minutes were made; close it again."
        );
        return verdict.Decide<IMeetingEvent>(() =>
            facts.Minutes is { } minutes
                ?
                [
                    new MeetingClosed(
                        meeting.Plan,
                        minutes.Point.Position,
                        minutes.Point.AsOf,
                        minutes.Text,
                        SealedForm.DigestOf(minutes.Text)
                    ),
                ]
                : []
        );
    }

    internal static Outcome<IMeetingEvent> Add(Verdict verdict, Meeting meeting, SealAddendum c, MeetingFacts facts)
    {
        verdict.RequireStage(
            meeting.Status == MeetingStatus.Closed,
            "meeting-not-closed",
            "status",
            $"Meeting {meeting.Id} is not closed: there are no sealed minutes to add to yet."
        );
        verdict.RequireText(c.Text, "text", 3, Texts.Long);
        verdict.Require(
            meeting.Addenda.Count < MostAddenda,
            "too-many-addenda",
            "text",
            $"The minutes of meeting {meeting.Id} have {MostAddenda} addenda; more they cannot have."
        );
        return verdict.Decide<IMeetingEvent>(() =>
        {
            var text = c.Text.Trim();
            var number = meeting.Addenda.Count + 1;
            var sealedText = SealedForm.OfAddendum(meeting, number, text, facts.Today);
            return
            [
                new AddendumSealed(
                    meeting.Plan,
                    number,
                    text,
                    facts.Today,
                    sealedText,
                    SealedForm.DigestOf(sealedText)
                ),
            ];
        });
    }
}
