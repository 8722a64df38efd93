using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.Events;

namespace Coordination.Api.Meetings;

/// <summary>What was looked up for a command before its transaction, which has one connection and takes no second.</summary>
internal sealed record LookedUp
{
    internal static readonly LookedUp Nothing = new();

    /// <summary>What is found in the plan.</summary>
    internal IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The finding that the command names, as it is now.</summary>
    internal Finding? Finding { get; init; }

    /// <summary>Position of the last event that affects the plan.</summary>
    internal long Position { get; init; }

    /// <summary>The minutes to be sealed.</summary>
    internal DraftMinutes? Minutes { get; init; }
}

/// <summary>A command on a meeting: with its plan, and what it names of it.</summary>
internal sealed class MeetingCommandOn(
    string id,
    string plan,
    IMeetingCommand command,
    DateTimeOffset now,
    LookedUp lookedUp
) : CommandOn<Meeting, IMeetingEvent>
{
    private readonly DecisionCheck? check = command is RecordDecision recording
        ? new(id, plan, recording, now, lookedUp.Finding)
        : null;

    internal override string Stream => StreamKeys.Meeting(id);

    internal override bool MayBegin => command is ScheduleMeeting;

    internal override object Body => command;

    internal override string? Reason => command.Reason;

    internal override IReadOnlyList<string> AlsoReads =>
        Plan.IsWellFormedId(plan)
            ?
            [
                StreamKeys.Plan(plan),
                .. check?.Programs ?? [],
                .. command is AssignFollowUp { Expects.About: { } about } && ProgramNumber.IsWellFormed(about)
                    ? [StreamKeys.Program(about)]
                    : Array.Empty<string>(),
            ]
            : [];

    internal override IReadOnlyList<string> Mentions => check?.NewProgram is { } begun ? [begun] : [];

    /// <summary>A follow-up is reported by whoever it was given to, too.</summary>
    internal override IReadOnlyList<string> Governments(Meeting? state) =>
        command is ReportFollowUp report && state?.FindFollowUp(report.Number) is { } followUp
            ? [followUp.Government]
            : [plan.Length < 2 ? plan : plan[..2]];

    internal override Meeting Evolve(string stream, Meeting? state, IMeetingEvent next) =>
        MeetingFold.Evolve(state, StreamKeys.MeetingOf(stream), next);

    internal override async Task<Outcome<IMeetingEvent>> DecideAsync(
        Meeting? state,
        Knowledge knowledge,
        CancellationToken cancellation
    )
    {
        // Two meetings, or two programs, drew one number: the runner tries again with another.
        if (command is ScheduleMeeting && state is not null)
            throw new ExistingStreamIdCollisionException(id, typeof(Meeting));
        if (check?.NewProgram is { } begun && knowledge.KnownStreams.Contains(begun))
            throw new ExistingStreamIdCollisionException(begun, typeof(SpbeProgram));
        var facts = new MeetingFacts(knowledge.Of(StreamKeys.Plan(plan)).ToPlan(), now)
        {
            Findings = lookedUp.Findings,
            Position = lookedUp.Position,
            IsFindingKnown = lookedUp.Finding is not null,
            Expected = command is AssignFollowUp { Expects.About: { } about }
                ? knowledge.Of(StreamKeys.Program(about)).ToProgram(about)
                : null,
            Version = knowledge.Of(Stream).LongCount(),
            Minutes = lookedUp.Minutes,
        };
        return MeetingDecider.Decide(
            state,
            command,
            check is null ? facts : await check.AddToAsync(facts, state!, knowledge, cancellation)
        );
    }

    internal override IReadOnlyList<Posting> Postings(Meeting? before, Meeting after) =>
        MeetingMessages.Of(before, after, now);
}
