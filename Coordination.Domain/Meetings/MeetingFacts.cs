using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Meetings;

/// <summary>What a decision on a meeting must know besides its state; only what the command at hand needs is given.</summary>
/// <param name="Plan">The meeting's plan; none when there is no such plan.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record MeetingFacts(Plan? Plan, DateTimeOffset Now)
{
    /// <summary>To call a meeting: what is found in the plan.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>To open a meeting: position of the last event that affects the plan, none of which can still appear below it.</summary>
    public long Position { get; init; }

    /// <summary>To decide: what the decision would do now.</summary>
    public Effects Effects { get; init; } = new();

    /// <summary>To decide: what anything but this meeting has changed since its basis of what the decision is about.</summary>
    public IReadOnlyList<ForeignChange> ForeignChanges { get; init; } = [];

    /// <summary>To decide or to assign a follow-up: whether the finding that is named exists now.</summary>
    public bool IsFindingKnown { get; init; } = true;

    /// <summary>To decide: the number of a program that the decision would begin.</summary>
    public string? NewProgram { get; init; }

    /// <summary>To assign a follow-up: the program that is expected to change; none when there is no such program.</summary>
    public SpbeProgram? Expected { get; init; }

    /// <summary>To close: how many events the meeting has.</summary>
    public long Version { get; init; }

    /// <summary>To close: the minutes to be sealed.</summary>
    public DraftMinutes? Minutes { get; init; }

    internal DateOnly Today => JakartaTime.DayOf(Now);
}

/// <summary>An event that changed what a decision is about, and that the meeting did not cause.</summary>
/// <param name="Subject">What was changed: a program's number, or the plan's id.</param>
/// <param name="Event">Stored name of the event.</param>
/// <param name="Position">Its position.</param>
public sealed record ForeignChange(string Subject, string Event, long Position);

/// <summary>Minutes that are ready to be sealed.</summary>
/// <param name="Version">How many events of the meeting they tell of.</param>
/// <param name="Point">The plan as they tell it.</param>
/// <param name="Text">The text to be sealed.</param>
public sealed record DraftMinutes(long Version, PlanPoint Point, string Text);
