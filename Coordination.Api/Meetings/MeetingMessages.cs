using Coordination.Api.Commands;
using Coordination.Domain;
using Coordination.Domain.Meetings;
using Wolverine.Attributes;

namespace Coordination.Api.Meetings;

/// <summary>A decision is to take effect.</summary>
/// <param name="Meeting">Id of the meeting.</param>
/// <param name="Number">The decision.</param>
[MessageIdentity("decision-to-apply")]
internal sealed record DecisionToApply(string Meeting, int Number);

/// <summary>A follow-up is to be held against what the plan shows.</summary>
/// <param name="Meeting">Id of the meeting.</param>
/// <param name="Number">The follow-up.</param>
/// <param name="IsDue">Whether it is looked at because its last day has passed.</param>
[MessageIdentity("follow-up-to-check")]
internal sealed record FollowUpToCheck(string Meeting, int Number, bool IsDue);

/// <summary>What follows from a command on a meeting.</summary>
internal static class MeetingMessages
{
    /// <summary>
    /// A decision recorded or retried is to take effect, a follow-up is looked at once it is reported and on the day after its last.
    /// </summary>
    internal static IReadOnlyList<Posting> Of(Meeting? before, Meeting after, DateTimeOffset now) =>
        [
            .. after
                .Decisions.Where(decision =>
                    decision.Status == DecisionStatus.Applying
                    && before?.FindDecision(decision.Number) is not { Status: DecisionStatus.Applying }
                )
                .Select(decision => new Posting(new DecisionToApply(after.Id, decision.Number))),
            .. after.FollowUps.SelectMany(followUp =>
                Of(after.Id, before?.FindFollowUp(followUp.Number), followUp, now)
            ),
        ];

    /// <summary>The look at a follow-up once its last day has passed.</summary>
    internal static Posting OnceDue(string meeting, FollowUp followUp, DateTimeOffset now) =>
        new(new FollowUpToCheck(meeting, followUp.Number, IsDue: true), Until(followUp.Due, now));

    private static IEnumerable<Posting> Of(string meeting, FollowUp? before, FollowUp after, DateTimeOffset now)
    {
        if (before is null)
            yield return OnceDue(meeting, after, now);
        if (after.Report is not null && after.Report != before?.Report)
            yield return new(new FollowUpToCheck(meeting, after.Number, IsDue: false));
    }

    /// <summary>How long the day still lasts, by the clock of this system and not by that of the queue.</summary>
    private static TimeSpan Until(DateOnly day, DateTimeOffset now)
    {
        var left = JakartaTime.At(day.AddDays(1), TimeOnly.MinValue) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
