using System.Text.Json.Serialization;
using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What a meeting may decide about a finding.</summary>
public enum RecommendedDecision
{
    /// <summary>Make one program of several.</summary>
    Merge,

    /// <summary>Give a program to another government.</summary>
    Reassign,

    /// <summary>Move a program's schedule.</summary>
    Reschedule,

    /// <summary>Ask for APBN support.</summary>
    RequestApbn,

    /// <summary>Correct a funding line.</summary>
    CorrectFunding,

    /// <summary>Declare how two programs stand to each other.</summary>
    DeclareRelation,

    /// <summary>Put a program off to a later year.</summary>
    Defer,

    /// <summary>Give a program up.</summary>
    Cancel,

    /// <summary>Fill a gap with a new program.</summary>
    Adopt,

    /// <summary>Leave it as it is, with a reason.</summary>
    Accept,

    /// <summary>No decision of the plan can remove it: someone must do something by a day.</summary>
    FollowUp,
}

/// <summary>What a recommendation is expected to do once it is carried out.</summary>
public enum RecommendationEffect
{
    /// <summary>The finding is gone.</summary>
    Removed,

    /// <summary>The finding stays, but someone works on it.</summary>
    InHand,
}

/// <summary>A ready decision, or a follow-up.</summary>
/// <param name="Decision">What to decide.</param>
/// <param name="Why">A whole sentence.</param>
/// <param name="Expects">What it is expected to do.</param>
public sealed record Recommendation(RecommendedDecision Decision, Sentence Why, RecommendationEffect Expects)
{
    /// <summary>The program that others are merged into.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Into { get; init; }

    /// <summary>The programs that are merged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? From { get; init; }

    /// <summary>The program that the decision acts on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Program { get; init; }

    /// <summary>The funding line to correct.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Line { get; init; }

    /// <summary>The relation to declare.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Programs.RelationKind? Relation { get; init; }

    /// <summary>The other program of a relation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Other { get; init; }

    /// <summary>The government that is to act.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Government { get; init; }

    /// <summary>The first day proposed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Start { get; init; }

    /// <summary>The last day proposed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? End { get; init; }

    /// <summary>Rupiah: what to ask for, or what the line is corrected to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount { get; init; }

    /// <summary>The year to put the program off to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ToYear { get; init; }

    /// <summary>
    /// The decision that it recommends, ready to be tried or taken; none for a follow-up, for a gap, whose draft is still to be written, and
    /// for a request, whose scheme and ministry are still to be named.
    /// </summary>
    [JsonIgnore]
    public Decision? Ready =>
        Decision switch
        {
            RecommendedDecision.Merge => new Merge(Into!) { From = [.. From!], Reason = Why },
            RecommendedDecision.Reassign => new Reassign(Program!, Government!) { Reason = Why },
            RecommendedDecision.Reschedule => new Reschedule(Program!, Start!.Value, End!.Value) { Reason = Why },
            RecommendedDecision.CorrectFunding => new CorrectFunding(Program!, Line!, Amount) { Reason = Why },
            RecommendedDecision.DeclareRelation => new DeclareRelation(Program!, Relation!.Value, Other!)
            {
                Reason = Why,
            },
            RecommendedDecision.Defer => new Defer(Program!, ToYear!.Value) { Reason = Why },
            RecommendedDecision.Cancel => new Cancel(Program!) { Reason = Why },
            _ => null,
        };

    /// <summary>Gives a program up; one that is completed cannot be, so somebody must see to it.</summary>
    internal static Recommendation CancelOr(Programs.SpbeProgram program, Sentence cancel, Sentence completed) =>
        program.Completion is null
            ? new(RecommendedDecision.Cancel, cancel, RecommendationEffect.Removed) { Program = program.Id }
            : ToFollowUp(program, completed);

    /// <summary>Something that a program's government must see to.</summary>
    internal static Recommendation ToFollowUp(Programs.SpbeProgram program, Sentence why) =>
        new(RecommendedDecision.FollowUp, why, RecommendationEffect.InHand)
        {
            Program = program.Id,
            Government = program.Government,
        };

    /// <summary>A closed plan takes no decision but corrections of its money.</summary>
    internal Recommendation InClosedPlan() =>
        Expects == RecommendationEffect.InHand || Decision == RecommendedDecision.CorrectFunding
            ? this
            : new(
                RecommendedDecision.FollowUp,
                $"The plan is closed and takes no decision on its programs: take it up in the next plan.",
                RecommendationEffect.InHand
            )
            {
                Program = Program ?? Into,
                Government = Government,
            };
}
