using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Meetings;
using Marten;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>
/// Lets a decision act: its effects on all streams and the meeting's own note of them in one transaction, so that it acts once however
/// often it is told to. What no longer fits the plan as it is now fails, and is not given another meaning.
/// </summary>
internal sealed partial class DecisionActs(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    EventReader events,
    CurrentFinding findings,
    ProjectionWakeup wakeup,
    TimeProvider clock,
    ILogger<DecisionActs> logger
)
{
    private const string GivenUp =
        "The system could not carry it out, for a reason that does not lie in the decision, and has changed nothing. Its log says why; "
        + "retry the decision once that is mended.";

    /// <summary>Applies it; when that cannot be done in the last try either, says that it has failed.</summary>
    internal async Task TakeAsync(DecisionToApply message, bool isLastTry, CancellationToken cancellation)
    {
        var (cause, last) = await CauseAsync(message, cancellation);
        try
        {
            await ApplyAsync(message, cause, last, cancellation);
        }
        catch (Exception trouble)
            when (isLastTry && !Failures.IsDatabaseAway(trouble) && !cancellation.IsCancellationRequested)
        {
            LogGivenUp(logger, trouble, message.Number, message.Meeting);
            await GiveUpAsync(message, cause, cancellation);
        }
    }

    private async Task ApplyAsync(
        DecisionToApply message,
        RecordedEvent cause,
        long last,
        CancellationToken cancellation
    )
    {
        var recorded = (DecisionRecorded)cause.Stored.Data;
        // Not in the transaction, which has a connection already.
        var finding = recorded.Decision is Accept accept
            ? await findings.FindAsync(recorded.Plan, accept.Finding, last, cancellation)
            : null;
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var subjects = await DecisionSubjects.ReadAsync(transaction, message.Meeting, recorded, cancellation);
        if (!IsWaiting(message, subjects.Meeting))
            return;
        // The days that it names by none are those of the meeting, however late it acts.
        var effects = await subjects.EffectsAsync(transaction, finding, cause.Stored.At, cancellation);
        await using var session = OpenSession(transaction, message, cause);
        IMeetingCommand end =
            effects.Rejections.Count == 0
                ? new ApplyDecision(message.Number, subjects.Append(session, effects))
                : new FailDecision(message.Number, string.Join(' ', effects.Rejections.Select(one => one.Detail)));
        await EndAsync(transaction, session, subjects.Meeting, subjects.MeetingVersion, end, cancellation);
        DecisionMetrics.Count(end is ApplyDecision ? "applied" : "conflict");
    }

    /// <summary>Reads the meeting alone: what stands in the way may lie in another stream.</summary>
    private async Task GiveUpAsync(DecisionToApply message, RecordedEvent cause, CancellationToken cancellation)
    {
        await using var transaction = await CommandTransaction.BeginAsync(dataSource, cancellation);
        var stream = StreamKeys.Meeting(message.Meeting);
        var history = (await transaction.ReadManyAsync([stream], [], cancellation))[stream].ToList();
        var meeting = history.ToMeeting(message.Meeting)!;
        if (!IsWaiting(message, meeting))
            return;
        await using var session = OpenSession(transaction, message, cause);
        var end = new FailDecision(message.Number, GivenUp);
        await EndAsync(transaction, session, meeting, history.Count, end, cancellation);
        DecisionMetrics.Count("given-up");
    }

    private async Task EndAsync(
        CommandTransaction transaction,
        IDocumentSession session,
        Meeting meeting,
        int version,
        IMeetingCommand end,
        CancellationToken cancellation
    )
    {
        var outcome = MeetingDecider.Decide(meeting, end, new(Plan: null, clock.GetUtcNow()));
        CausedEvents.Append<Meeting>(session, StreamKeys.Meeting(meeting.Id), version, outcome.Events);
        await transaction.CommitAsync(session, cancellation);
        wakeup.Wake();
    }

    /// <summary>A message may come again when its decision has come to its end.</summary>
    private static bool IsWaiting(DecisionToApply message, Meeting meeting) =>
        meeting.FindDecision(message.Number) is { Status: DecisionStatus.Applying };

    private IDocumentSession OpenSession(CommandTransaction transaction, DecisionToApply message, RecordedEvent cause)
    {
        var session = transaction.OpenSession(store);
        CausedEvents.Describe(session, cause, Meeting.NameOf(message.Meeting, message.Number));
        return session;
    }

    /// <summary>The decision as it was recorded, by whom and why; and the position of the meeting's last event.</summary>
    private async Task<(RecordedEvent Cause, long Last)> CauseAsync(
        DecisionToApply message,
        CancellationToken cancellation
    )
    {
        var history = await events.HistoryAsync(StreamKeys.Meeting(message.Meeting), cancellation);
        var cause = history.Find(one => one.Stored.Data is DecisionRecorded e && e.Number == message.Number);
        return cause is null
            ? throw new NothingSuchException($"Meeting '{message.Meeting}' has no decision {message.Number}.")
            : (cause, history[^1].Stored.Position);
    }

    [LoggerMessage(
        LogLevel.Critical,
        "Decision {Number} of meeting {Meeting} could not be applied and waits for a retry"
    )]
    private static partial void LogGivenUp(ILogger logger, Exception trouble, int number, string meeting);
}
