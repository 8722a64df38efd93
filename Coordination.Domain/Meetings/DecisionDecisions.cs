using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Meetings;

/// <summary>Recording a decision, and what becomes of it.</summary>
internal static class DecisionDecisions
{
    private const int MostDecisions = 1000;
    private const int MostObjections = 50;

    /// <summary>
    /// Its check is what it would do now. It is refused while another on the same is being applied: it would be checked against a plan
    /// that is about to change.
    /// </summary>
    internal static Outcome<IMeetingEvent> Record(
        Verdict verdict,
        Meeting meeting,
        RecordDecision c,
        MeetingFacts facts
    )
    {
        MeetingDecider.RequireOpen(verdict, meeting);
        verdict.RequireText(c.Decision.Reason ?? "", "reason", 3, Texts.Long);
        verdict.Require(
            meeting.Decisions.Count < MostDecisions,
            "too-many-decisions",
            "kind",
            $"Meeting {meeting.Id} has taken {MostDecisions} decisions; more it cannot take."
        );
        var objections = c.Objections ?? [];
        verdict.Require(
            objections.Count <= MostObjections,
            "too-many-objections",
            "objections",
            $"{objections.Count} objections are given; {MostObjections} are the most there may be."
        );
        foreach (var (index, objection) in objections.Take(MostObjections).Index())
            verdict.RequireText(objection, $"objections[{index}]", 3, Texts.Long);
        verdict.Require(
            c.Decision is Accept || c.Finding is null || facts.IsFindingKnown,
            "finding-unknown",
            "finding",
            $"Plan {meeting.Plan} has no finding '{c.Finding}' now."
        );
        RequireUntouched(verdict, meeting, c.Decision, facts);
        verdict.Take(facts.Effects.Rejections.Where(one => one.Field != "reason"), facts.Effects.Warnings);
        return verdict.Decide<IMeetingEvent>(() =>
            [
                new DecisionRecorded(
                    meeting.Plan,
                    meeting.Decisions.Count + 1,
                    c.Decision with
                    {
                        Reason = c.Decision.Reason!.Trim(),
                    },
                    c.Decision is Accept accept ? accept.Finding : c.Finding,
                    c.By,
                    [.. objections.Select(objection => objection.Trim())],
                    c.Decision is Adopt ? facts.NewProgram : null
                ),
            ]
        );
    }

    internal static Outcome<IMeetingEvent> Apply(Verdict verdict, Meeting meeting, ApplyDecision c)
    {
        if (meeting.FindDecision(c.Number) is { Status: DecisionStatus.Applied })
            return verdict.Decide<IMeetingEvent>(() => []);
        RequireApplying(verdict, meeting, c.Number);
        return verdict.Decide<IMeetingEvent>(() => [new DecisionApplied(meeting.Plan, c.Number, c.Changes)]);
    }

    internal static Outcome<IMeetingEvent> Fail(Verdict verdict, Meeting meeting, FailDecision c)
    {
        if (meeting.FindDecision(c.Number) is { Status: DecisionStatus.Failed })
            return verdict.Decide<IMeetingEvent>(() => []);
        RequireApplying(verdict, meeting, c.Number);
        return verdict.Decide<IMeetingEvent>(() => [new DecisionFailed(meeting.Plan, c.Number, c.Reason)]);
    }

    /// <summary>One that is being applied is left alone: it will come to its end by itself.</summary>
    internal static Outcome<IMeetingEvent> Retry(Verdict verdict, Meeting meeting, RetryDecision c)
    {
        var decision = meeting.FindDecision(c.Number);
        RequireKnown(verdict, meeting, c.Number, decision);
        MeetingDecider.RequireOpen(verdict, meeting);
        verdict.RequireStage(
            decision is not { Status: DecisionStatus.Applied },
            "decision-applied",
            "decision",
            $"Decision {c.Number} of meeting {meeting.Id} has taken effect."
        );
        return verdict.Decide<IMeetingEvent>(() =>
            decision is { Status: DecisionStatus.Failed } ? [new DecisionRetried(meeting.Plan, c.Number)] : []
        );
    }

    private static void RequireUntouched(Verdict verdict, Meeting meeting, Decision decision, MeetingFacts facts)
    {
        foreach (var subject in Subjects.Of(decision).Distinct(StringComparer.Ordinal))
        {
            var pending = meeting.Decisions.Find(other =>
                other.Status == DecisionStatus.Applying && Subjects.Of(other.Decision).Contains(subject)
            );
            verdict.RequireStage(
                pending is null,
                "decision-pending",
                Subjects.FieldOf(decision, subject),
                $"Decision {pending?.Number} on {subject} is still being applied; record this one once it has taken effect."
            );
        }
        foreach (var change in facts.ForeignChanges)
            verdict.RequireStage(
                false,
                "changed-since-basis",
                Subjects.FieldOf(decision, change.Subject),
                $"{change.Subject} has changed since the basis of the meeting, position {meeting.Basis?.Position}: "
                    + $"{change.Event} at position {change.Position}. Look at it again and renew the basis."
            );
    }

    private static void RequireApplying(Verdict verdict, Meeting meeting, int number)
    {
        var decision = meeting.FindDecision(number);
        RequireKnown(verdict, meeting, number, decision);
        verdict.RequireStage(
            decision is null or { Status: DecisionStatus.Applying },
            "decision-not-applying",
            "decision",
            $"Decision {number} of meeting {meeting.Id} is {(decision is null ? default : Word.Of(decision.Status))}, not being applied."
        );
    }

    private static void RequireKnown(Verdict verdict, Meeting meeting, int number, MeetingDecision? decision) =>
        verdict.RequireKnown(
            decision is not null,
            "decision-unknown",
            "decision",
            $"Meeting {meeting.Id} has no decision {number}."
        );
}
