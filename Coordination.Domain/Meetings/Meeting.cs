using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Meetings;

/// <summary>Where a meeting stands.</summary>
public enum MeetingStatus
{
    /// <summary>Called.</summary>
    Scheduled,

    /// <summary>Under way: it decides.</summary>
    Open,

    /// <summary>Over: its minutes are sealed.</summary>
    Closed,
}

/// <summary>A coordination meeting (rapat koordinasi) on one plan: the state that its events fold to.</summary>
/// <param name="Id"><c>19-2024-003</c>: the plan, and the meeting's number in it.</param>
/// <param name="Plan">Plan id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Date">Its day.</param>
/// <param name="Time">When it begins, Jakarta time, where that is known.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Chair">Who chairs it: name or office.</param>
public sealed partial record Meeting(
    string Id,
    string Plan,
    string Title,
    DateOnly Date,
    TimeOnly? Time,
    string Place,
    string Chair
)
{
    /// <summary>What is to be spoken about, in order.</summary>
    public ImmutableList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public MeetingStatus Status =>
        Seal is not null ? MeetingStatus.Closed
        : Basis is not null ? MeetingStatus.Open
        : MeetingStatus.Scheduled;

    /// <summary>The plan that it decides on; set once opened.</summary>
    public PlanPoint? Basis { get; init; }

    /// <summary>Who was there.</summary>
    public ImmutableList<Attendee> Attendance { get; init; } = [];

    /// <summary>Its decisions; the n-th has number n.</summary>
    public ImmutableList<MeetingDecision> Decisions { get; init; } = [];

    /// <summary>Its follow-ups; the n-th has number n.</summary>
    public ImmutableList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The seal of its minutes; set once closed.</summary>
    public Seal? Seal { get; init; }

    /// <summary>What was added to them; the n-th has number n.</summary>
    public ImmutableList<Addendum> Addenda { get; init; } = [];

    /// <summary>The decision of that number, or none.</summary>
    public MeetingDecision? FindDecision(int number) =>
        number >= 1 && number <= Decisions.Count ? Decisions[number - 1] : null;

    /// <summary>The follow-up of that number, or none.</summary>
    public FollowUp? FindFollowUp(int number) =>
        number >= 1 && number <= FollowUps.Count ? FollowUps[number - 1] : null;

    /// <summary>What a decision is called in the events that it causes: <c>19-2024-003/2</c>.</summary>
    public static string NameOf(string meeting, int decision) =>
        string.Create(CultureInfo.InvariantCulture, $"{meeting}/{decision}");

    /// <summary>The id of the n-th meeting on a plan: three digits, so that ids are in order.</summary>
    public static string IdOf(string plan, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan}-{number:000}");

    /// <summary>Whether a text can be a meeting's id.</summary>
    public static bool IsWellFormedId(string text) => Form().IsMatch(text);

    /// <summary>The plan of a well-formed id.</summary>
    public static string PlanOf(string id) => id[..7];

    [GeneratedRegex(@"^[0-9]{2}-[0-9]{4}-[0-9]{3}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}

/// <summary>Where a decision stands with its effects.</summary>
public enum DecisionStatus
{
    /// <summary>Recorded; its effects are still to come.</summary>
    Applying,

    /// <summary>It has taken effect.</summary>
    Applied,

    /// <summary>It could not take effect, and has done nothing.</summary>
    Failed,
}

/// <summary>A decision of a meeting (kesepakatan).</summary>
/// <param name="Number">Its number in the meeting, from 1.</param>
/// <param name="Decision">What was decided, with the reason.</param>
/// <param name="Finding">Id of the finding that it answers, where it answers one.</param>
/// <param name="By">How it was taken.</param>
/// <param name="Objections">What was said against it.</param>
/// <param name="NewProgram">The number of the program that it begins, where it begins one.</param>
public sealed record MeetingDecision(
    int Number,
    Decision Decision,
    string? Finding,
    DecisionBy By,
    ImmutableList<string> Objections,
    string? NewProgram
)
{
    /// <summary>Where it stands.</summary>
    public DecisionStatus Status { get; init; }

    /// <summary>Why it could not take effect; set while failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What it did, once applied.</summary>
    public ImmutableList<StreamChange> Changes { get; init; } = [];

    /// <summary>Whether it caused an event.</summary>
    public bool Caused(string stream, long version) =>
        Changes.Exists(change => change.Stream == stream && version >= change.First && version <= change.Last);
}

/// <summary>What somebody is to do by a day (tindak lanjut).</summary>
/// <param name="Number">Its number in the meeting, from 1.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Agency">Perangkat daerah.</param>
/// <param name="Government">Whose task it is.</param>
/// <param name="Due">The last day.</param>
/// <param name="Expects">What will then be so, where that can be checked.</param>
/// <param name="Finding">Id of the finding that it answers, where it answers one.</param>
public sealed record FollowUp(
    int Number,
    string Text,
    string Owner,
    string Agency,
    string Government,
    DateOnly Due,
    Expectation? Expects,
    string? Finding
)
{
    /// <summary>What its owner said last, where anything was said.</summary>
    public FollowUpReport? Report { get; init; }

    /// <summary>What the plan showed last, where it was looked at.</summary>
    public FollowUpCheck? Check { get; init; }

    /// <summary>Where it stands: what was seen counts before what was said.</summary>
    public FollowUpStatus Status =>
        Check?.Result switch
        {
            CheckResult.Met => FollowUpStatus.Met,
            CheckResult.Late => FollowUpStatus.Late,
            CheckResult.Contradicted => FollowUpStatus.Contradicted,
            _ => Report is { Done: true } ? FollowUpStatus.Reported : FollowUpStatus.Open,
        };
}

/// <summary>Where a follow-up stands.</summary>
public enum FollowUpStatus
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Reported as done, and not looked at yet.</summary>
    Reported,

    /// <summary>Done.</summary>
    Met,

    /// <summary>Not done in time.</summary>
    Late,

    /// <summary>Reported as done, but not so; or no longer possible.</summary>
    Contradicted,
}

/// <summary>What the owner of a follow-up says.</summary>
/// <param name="Done">Whether it is done.</param>
/// <param name="Text">In words.</param>
public sealed record FollowUpReport(bool Done, string Text);

/// <summary>What the plan shows of a follow-up.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Detail">In a whole sentence.</param>
/// <param name="AsOf">Day in Jakarta on which it was looked at.</param>
public sealed record FollowUpCheck(CheckResult Result, string Detail, DateOnly AsOf);
