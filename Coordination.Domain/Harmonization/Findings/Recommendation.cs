using System.Text.Json.Serialization;

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
public sealed record Recommendation(RecommendedDecision Decision, string Why, RecommendationEffect Expects)
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

    /// <summary>Rupiah.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Amount { get; init; }
}
