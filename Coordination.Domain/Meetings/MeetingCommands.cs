using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Meetings;

/// <summary>What is asked of a meeting. Members marked as ignored come from the request's path, not from its body.</summary>
public interface IMeetingCommand
{
    /// <summary>Why; kept beside the events.</summary>
    string? Reason { get; }
}

/// <summary>Calls a meeting on a plan.</summary>
/// <param name="Plan">Plan id, <c>19-2024</c>.</param>
/// <param name="Title">3 to 200 characters.</param>
/// <param name="Date">Its day.</param>
/// <param name="Place">3 to 200 characters.</param>
/// <param name="Chair">Who chairs it: name or office, 3 to 200 characters.</param>
/// <param name="Agenda">At most 100 items; when missing, drafted from what waits for a decision in the plan.</param>
/// <param name="Time">When it begins, Jakarta time, in whole minutes.</param>
/// <param name="Reason">Why.</param>
public sealed record ScheduleMeeting(
    string Plan,
    string Title,
    DateOnly Date,
    string Place,
    string Chair,
    ImmutableList<AgendaItem>? Agenda = null,
    TimeOnly? Time = null,
    string? Reason = null
) : IMeetingCommand;

/// <summary>Says the agenda anew; refused once closed.</summary>
/// <param name="Agenda">At most 100 items.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeAgenda(ImmutableList<AgendaItem> Agenda, string? Reason = null) : IMeetingCommand;

/// <summary>Opens a meeting: from then on it decides on the plan as it is now, its basis.</summary>
/// <param name="Renew">
/// Whether an open meeting looks at the plan anew, since something that it decides on has changed; it needs a reason.
/// </param>
/// <param name="Reason">Why.</param>
public sealed record OpenMeeting(bool Renew = false, string? Reason = null) : IMeetingCommand;

/// <summary>Records who is there; only while open.</summary>
/// <param name="Attendees">All of them, 1 to 500.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordAttendance(ImmutableList<Attendee> Attendees, string? Reason = null) : IMeetingCommand;

/// <summary>Records a decision; only while open, and only when it could take effect now.</summary>
/// <param name="Decision">What is decided; its reason has 3 to 5,000 characters.</param>
/// <param name="By">How it was taken.</param>
/// <param name="Finding">Id of the finding that it answers; of an acceptance, the one that it accepts.</param>
/// <param name="Objections">At most 50, each 3 to 5,000 characters.</param>
public sealed record RecordDecision(
    Decision Decision,
    DecisionBy By,
    string? Finding = null,
    ImmutableList<string>? Objections = null
) : IMeetingCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Reason => Decision.Reason;
}

/// <summary>Says that a decision has taken effect.</summary>
/// <param name="Number">The decision.</param>
/// <param name="Changes">The events that it caused.</param>
public sealed record ApplyDecision(int Number, ImmutableList<StreamChange> Changes) : IMeetingCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Reason => null;
}

/// <summary>Says that a decision could not take effect.</summary>
/// <param name="Number">The decision.</param>
/// <param name="Reason">Why, in whole sentences.</param>
public sealed record FailDecision(int Number, string Reason) : IMeetingCommand;

/// <summary>Applies a decision that failed once more; only while open.</summary>
/// <param name="Reason">Why.</param>
public sealed record RetryDecision(string? Reason = null) : IMeetingCommand
{
    /// <summary>The decision.</summary>
    [JsonIgnore]
    public int Number { get; init; }
}

/// <summary>Gives somebody something to do; only while open.</summary>
/// <param name="Text">What, 3 to 5,000 characters.</param>
/// <param name="Owner">Who answers for it: an office, or who holds it; 3 to 200 characters.</param>
/// <param name="Agency">Perangkat daerah, 3 to 200 characters.</param>
/// <param name="Due">The last day; not before the day of the meeting's basis.</param>
/// <param name="Expects">What will then be so, where that can be checked.</param>
/// <param name="Government">Whose task it is: the province, or one in it; the province, when missing.</param>
/// <param name="Finding">Id of the finding that it answers, where it answers one.</param>
/// <param name="Reason">Why.</param>
public sealed record AssignFollowUp(
    string Text,
    string Owner,
    string Agency,
    DateOnly Due,
    Expectation? Expects = null,
    string? Government = null,
    string? Finding = null,
    string? Reason = null
) : IMeetingCommand;

/// <summary>Says what has come of a follow-up; also after the meeting.</summary>
/// <param name="Text">In words, 3 to 5,000 characters.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="Reason">Why.</param>
public sealed record ReportFollowUp(string Text, bool Done, string? Reason = null) : IMeetingCommand
{
    /// <summary>The follow-up.</summary>
    [JsonIgnore]
    public int Number { get; init; }
}

/// <summary>Says what the plan shows of a follow-up (<see cref="FollowUpChecks"/>); also after the meeting.</summary>
/// <param name="Number">The follow-up.</param>
/// <param name="Check">What it shows.</param>
public sealed record CheckFollowUp(int Number, FollowUpCheck Check) : IMeetingCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Reason => null;
}

/// <summary>Closes a meeting and seals its minutes; refused while a decision is still being applied.</summary>
/// <param name="Reason">Why.</param>
public sealed record CloseMeeting(string? Reason = null) : IMeetingCommand;

/// <summary>Adds to sealed minutes.</summary>
/// <param name="Text">What, 3 to 5,000 characters.</param>
/// <param name="Reason">Why.</param>
public sealed record SealAddendum(string Text, string? Reason = null) : IMeetingCommand;
