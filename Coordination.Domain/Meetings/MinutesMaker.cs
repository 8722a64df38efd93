using Coordination.Domain.Harmonization;

namespace Coordination.Domain.Meetings;

/// <summary>Makes the minutes of a meeting: pure, the same facts give the same minutes.</summary>
public static class MinutesMaker
{
    /// <summary>Makes them.</summary>
    /// <param name="meeting">The meeting just before it is closed.</param>
    /// <param name="basis">The board at its basis.</param>
    /// <param name="closing">The board at its end.</param>
    /// <param name="recorded">The position at which each decision was recorded, in their order.</param>
    /// <param name="caused">The events that its decisions caused.</param>
    /// <param name="chainHead">Where the chain over the event log stands, where there is one.</param>
    public static Minutes Make(
        Meeting meeting,
        Board basis,
        Board closing,
        IReadOnlyList<long> recorded,
        IReadOnlyCollection<DecisionEffect> caused,
        ChainHead? chainHead
    ) =>
        new()
        {
            Meeting = meeting.Id,
            Plan = meeting.Plan,
            Title = meeting.Title,
            Date = meeting.Date,
            Time = meeting.Time,
            Place = meeting.Place,
            Chair = meeting.Chair,
            Agenda = meeting.Agenda,
            Attendance = meeting.Attendance,
            Basis = MinutesFigures.Of(basis),
            Closing = MinutesFigures.Of(closing),
            Decisions =
            [
                .. meeting.Decisions.Select(decision => new MinutesDecision(
                    decision.Number,
                    recorded[decision.Number - 1],
                    decision.Decision,
                    decision.Finding,
                    decision.By,
                    decision.Objections,
                    decision.Status,
                    decision.FailureReason,
                    [
                        .. caused
                            .Where(effect => decision.Caused(effect.Stream, effect.Version))
                            .OrderBy(effect => effect.Position),
                    ]
                )),
            ],
            FollowUps =
            [
                .. meeting.FollowUps.Select(followUp => new MinutesFollowUp(
                    followUp.Number,
                    followUp.Text,
                    followUp.Owner,
                    followUp.Agency,
                    followUp.Government,
                    followUp.Due,
                    followUp.Expects,
                    followUp.Finding,
                    followUp.Status
                )),
            ],
            ChainHead = chainHead,
        };
}
