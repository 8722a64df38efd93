using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Meetings;

/// <summary>
/// A fact of one meeting's stream. Each carries the plan, whose views it belongs to; who, when and why are metadata of the store. A
/// released event is never edited.
/// </summary>
public interface IMeetingEvent
{
    /// <summary>Plan id, <c>19-2024</c>.</summary>
    string Plan { get; }
}

/// <summary>A meeting was called.</summary>
public sealed record MeetingScheduled(
    string Plan,
    string Title,
    DateOnly Date,
    TimeOnly? Time,
    string Place,
    string Chair,
    ImmutableList<AgendaItem> Agenda
) : IMeetingEvent;

/// <summary>The agenda anew.</summary>
public sealed record AgendaChanged(string Plan, ImmutableList<AgendaItem> Agenda) : IMeetingEvent;

/// <summary>The meeting began, or looked at the plan anew: it decides on the plan as it was at this position, seen on this day.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Basis">Position of the last event that affected the plan.</param>
/// <param name="AsOf">Evaluation day in Jakarta.</param>
public sealed record MeetingOpened(string Plan, long Basis, DateOnly AsOf) : IMeetingEvent;

/// <summary>Who was there, anew and all of them.</summary>
public sealed record AttendanceRecorded(string Plan, ImmutableList<Attendee> Attendees) : IMeetingEvent;

/// <summary>The meeting decided something that would have been possible at that moment; it has still to be applied.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Number">Its number in the meeting, from 1.</param>
/// <param name="Decision">What was decided, with the reason.</param>
/// <param name="Finding">Id of the finding that it answers, where it answers one.</param>
/// <param name="By">How it was taken.</param>
/// <param name="Objections">What was said against it.</param>
/// <param name="NewProgram">The number of the program that it begins, so that it begins one however often it is tried.</param>
public sealed record DecisionRecorded(
    string Plan,
    int Number,
    Decision Decision,
    string? Finding,
    DecisionBy By,
    ImmutableList<string> Objections,
    string? NewProgram = null
) : IMeetingEvent;

/// <summary>A decision has taken effect: these events are what it did, stored in the same transaction as this one.</summary>
public sealed record DecisionApplied(string Plan, int Number, ImmutableList<StreamChange> Changes) : IMeetingEvent;

/// <summary>A decision could not take effect, and has done nothing.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Number">Its number in the meeting.</param>
/// <param name="Reason">Why, in whole sentences.</param>
public sealed record DecisionFailed(string Plan, int Number, string Reason) : IMeetingEvent;

/// <summary>A decision that failed is to be applied again.</summary>
public sealed record DecisionRetried(string Plan, int Number) : IMeetingEvent;

/// <summary>Somebody is to do something by a day.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Number">Its number in the meeting, from 1.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who answers for it: an office, or who holds it.</param>
/// <param name="Agency">Perangkat daerah.</param>
/// <param name="Government">Whose task it is.</param>
/// <param name="Due">The last day.</param>
/// <param name="Expects">What will then be so, where that can be checked.</param>
/// <param name="Finding">Id of the finding that it answers, where it answers one.</param>
public sealed record FollowUpAssigned(
    string Plan,
    int Number,
    string Text,
    string Owner,
    string Agency,
    string Government,
    DateOnly Due,
    Expectation? Expects,
    string? Finding
) : IMeetingEvent;

/// <summary>What has come of a follow-up, as its owner says.</summary>
public sealed record FollowUpReported(string Plan, int Number, bool Done, string Text) : IMeetingEvent;

/// <summary>What has come of a follow-up, as the plan shows.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Number">Its number in the meeting.</param>
/// <param name="Result">What was found.</param>
/// <param name="Detail">In a whole sentence.</param>
/// <param name="AsOf">Day in Jakarta on which it was looked at.</param>
public sealed record FollowUpChecked(string Plan, int Number, CheckResult Result, string Detail, DateOnly AsOf)
    : IMeetingEvent;

/// <summary>The meeting ended and its minutes were sealed (docs/minutes.md).</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Position">The last event before it that affected the plan.</param>
/// <param name="AsOf">Evaluation day in Jakarta.</param>
/// <param name="Minutes">The sealed text, exactly.</param>
/// <param name="Digest">SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
public sealed record MeetingClosed(string Plan, long Position, DateOnly AsOf, string Minutes, string Digest)
    : IMeetingEvent;

/// <summary>Something was added to sealed minutes, with a seal of its own that names the one before.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What is added.</param>
/// <param name="SealedOn">Day in Jakarta.</param>
/// <param name="Sealed">The sealed text, exactly.</param>
/// <param name="Digest">SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
public sealed record AddendumSealed(
    string Plan,
    int Number,
    string Text,
    DateOnly SealedOn,
    string Sealed,
    string Digest
) : IMeetingEvent;
