using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Marten;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>Holds a follow-up against what the plan shows, and records what was found where there is something to say.</summary>
internal sealed class FollowUpLooks(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    EventReader events,
    CurrentFinding findings,
    ProjectionWakeup wakeup,
    TimeProvider clock
)
{
    /// <summary>Nobody asks for it: it is the system's own doing.</summary>
    private const string Account = "system";

    /// <summary>How long it is too early, or none when it was looked at.</summary>
    internal async Task<TimeSpan?> LookAsync(FollowUpToCheck message, CancellationToken cancellation)
    {
        var stream = StreamKeys.Meeting(message.Meeting);
        var history = await events.StreamAsync(stream, long.MaxValue, cancellation);
        var assigned =
            history.ToMeeting(message.Meeting)?.FindFollowUp(message.Number)
            ?? throw new NothingSuchException($"Meeting '{message.Meeting}' has no follow-up {message.Number}.");
        var now = clock.GetUtcNow();
        if (message.IsDue && MeetingMessages.OnceDue(message.Meeting, assigned, now).Delay is { Ticks: > 0 } early)
            return early;
        var finding = assigned.Expects is FindingGone gone
            ? await findings.FindAsync(
                Meeting.PlanOf(message.Meeting),
                gone.Finding,
                history[^1].Position,
                cancellation
            )
            : null;
        await RecordAsync(message, assigned.Expects?.About, finding, now, cancellation);
        return null;
    }

    private async Task RecordAsync(
        FollowUpToCheck message,
        string? program,
        Finding? finding,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var stream = StreamKeys.Meeting(message.Meeting);
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var stored = await transaction.ReadManyAsync(
            [stream],
            program is null ? [] : [StreamKeys.Program(program)],
            cancellation
        );
        var meeting = stored[stream].ToMeeting(message.Meeting)!;
        var check = FollowUpChecks.Judge(
            meeting.FindFollowUp(message.Number)!,
            program is null ? null : stored[StreamKeys.Program(program)].ToProgram(program),
            finding,
            JakartaTime.DayOf(now)
        );
        if (check is null)
            return;
        var outcome = MeetingDecider.Decide(meeting, new CheckFollowUp(message.Number, check), new(Plan: null, now));
        if (outcome.Events.Count == 0)
            return;
        await using var session = transaction.OpenSession(store);
        session.LastModifiedBy = Account;
        CausedEvents.Append<Meeting>(session, stream, stored[stream].Count(), outcome.Events);
        await transaction.CommitAsync(session, cancellation);
        wakeup.Wake();
    }
}
