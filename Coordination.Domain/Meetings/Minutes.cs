using System.Collections.Immutable;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Plans;

namespace Coordination.Domain.Meetings;

/// <summary>
/// The minutes of a meeting (berita acara), as they are sealed. Their members are those of <see cref="SealedForm.Version"/> for ever, apart
/// from the views': a view may get a member more, and minutes that were sealed must still come out the same. A member without a value
/// is left out.
/// </summary>
public sealed record Minutes
{
    /// <summary>The form that they are sealed in.</summary>
    public int Form { get; init; } = SealedForm.Version;

    /// <summary>Id of the meeting.</summary>
    public required string Meeting { get; init; }

    /// <summary>Id of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>What the meeting is called.</summary>
    public required string Title { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it began, Jakarta time, where that was said.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Where it was.</summary>
    public required string Place { get; init; }

    /// <summary>Who chaired it.</summary>
    public required string Chair { get; init; }

    /// <summary>What was to be spoken about.</summary>
    public required ImmutableList<AgendaItem> Agenda { get; init; }

    /// <summary>Who was there.</summary>
    public required ImmutableList<Attendee> Attendance { get; init; }

    /// <summary>The plan that was decided on, and its figures.</summary>
    public required MinutesFigures Basis { get; init; }

    /// <summary>The plan at the end, and its figures.</summary>
    public required MinutesFigures Closing { get; init; }

    /// <summary>What was decided, and what it did.</summary>
    public required ImmutableList<MinutesDecision> Decisions { get; init; }

    /// <summary>What is to be done, and by whom.</summary>
    public required ImmutableList<MinutesFollowUp> FollowUps { get; init; }

    /// <summary>The head of the chain over the event log when they were sealed; none where there was none.</summary>
    public ChainHead? ChainHead { get; init; }
}

/// <summary>Where the chain over the event log stood: printed here, it shows when the log's end is cut off.</summary>
/// <param name="Batch">Number of the last batch.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Position">Position of the last event in it.</param>
public sealed record ChainHead(long Batch, string Digest, long Position);

/// <summary>An event that a decision caused.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Stream">Key of its stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Event">Its stored name.</param>
public sealed record DecisionEffect(long Position, string Stream, long Version, string Event);

/// <summary>A decision in the minutes.</summary>
public sealed record MinutesDecision(
    int Number,
    long Position,
    Decision Decision,
    string? Finding,
    DecisionBy By,
    ImmutableList<string> Objections,
    DecisionStatus Status,
    string? FailureReason,
    ImmutableList<DecisionEffect> Effects
);

/// <summary>A follow-up in the minutes.</summary>
public sealed record MinutesFollowUp(
    int Number,
    string Text,
    string Owner,
    string Agency,
    string Government,
    DateOnly Due,
    Expectation? Expects,
    string? Finding,
    FollowUpStatus Status
);

/// <summary>
/// The board's main figures at a point; rupiah, rates 0–1. How many findings there were is not among them: what is found may be told
/// better by a later version of the program, and sums may not.
/// </summary>
public sealed record MinutesFigures(
    long Position,
    DateOnly AsOf,
    PlanTarget Target,
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal Realised,
    decimal Released,
    decimal ApbnRequested,
    decimal ApbnGranted,
    decimal ApbnRealised,
    decimal? Rate,
    decimal? Mean,
    string? Lowest,
    bool Met,
    ImmutableList<MinutesGovernment> Governments
)
{
    /// <summary>Those of a board.</summary>
    public static MinutesFigures Of(Board board) =>
        new(
            board.Position,
            board.AsOf,
            board.Plan.Target,
            board.Totals.Programs,
            board.Totals.Active,
            board.Totals.Completed,
            board.Totals.EstimatedCost,
            board.Totals.Funded,
            board.Totals.FundingGap,
            board.Totals.Realised,
            board.Totals.Released,
            board.Totals.Apbn.Requested,
            board.Totals.Apbn.Granted,
            board.Totals.Apbn.Realised,
            board.Implementation.Rate,
            board.Implementation.Mean,
            board.Implementation.Lowest,
            board.Implementation.Met,
            [.. board.Governments.Select(MinutesGovernment.Of)]
        );
}

/// <summary>A government's figures.</summary>
public sealed record MinutesGovernment(
    string Code,
    int Programs,
    int Active,
    int Completed,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal Realised,
    decimal? Rate,
    bool Met,
    decimal? Index
)
{
    internal static MinutesGovernment Of(GovernmentRow row) =>
        new(
            row.Code,
            row.Programs,
            row.Active,
            row.Completed,
            row.EstimatedCost,
            row.Funded,
            row.FundingGap,
            row.Realised,
            row.Implementation.Rate,
            row.Implementation.Met,
            row.Index.Current
        );
}
