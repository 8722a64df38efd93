using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Assessments;

/// <summary>What is asked of an assessment. Members marked as ignored come from the request's path, not from its body.</summary>
public interface IAssessmentCommand
{
    /// <summary>Why; kept beside the events.</summary>
    string? Reason { get; }
}

/// <summary>Records the level of one indicator; refused once submitted.</summary>
/// <param name="Level">1 to the instrument's highest level, 5.</param>
/// <param name="Evidence">Text or address, 3 to 5,000 characters.</param>
/// <param name="Reason">Why.</param>
public sealed record AssessIndicator(int Level, string Evidence, string? Reason = null) : IAssessmentCommand
{
    /// <summary>Which indicator.</summary>
    [JsonIgnore]
    public int Number { get; init; }
}

/// <summary>The level of an indicator and what it rests on.</summary>
/// <param name="Number">An indicator of the instrument of that year.</param>
/// <param name="Level">1 to the instrument's highest level, 5.</param>
/// <param name="Evidence">Text or address, 3 to 5,000 characters.</param>
public sealed record IndicatorLevel(int Number, int Level, string Evidence);

/// <summary>Records the levels of several indicators at once, all or none; refused once submitted.</summary>
/// <param name="Indicators">Each indicator at most once.</param>
/// <param name="Reason">Why.</param>
public sealed record AssessIndicators(ImmutableList<IndicatorLevel> Indicators, string? Reason = null)
    : IAssessmentCommand;

/// <summary>Hands the self-assessment in (penilaian mandiri): every indicator has a level, and the levels stay.</summary>
/// <param name="Reason">Why.</param>
public sealed record SubmitAssessment(string? Reason = null) : IAssessmentCommand;

/// <summary>Gives a submitted assessment back, so that levels may change.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record ReopenAssessment(string Reason) : IAssessmentCommand;

/// <summary>Records what a decree published. Another decree is another publication; the same one again, with a reason, a correction.</summary>
/// <param name="Domains">Values of the domains as printed, 1 to 5 with two decimals.</param>
/// <param name="Index">The index as printed, 1 to 5 with two decimals.</param>
/// <param name="Decree">The decree: <c>KepmenPANRB 663/2024</c>; 3 to 200 characters.</param>
/// <param name="PublishedOn">The decree's day; not in the future, and not before the year assessed.</param>
/// <param name="Reason">
/// Why; required where it corrects, or where the decree prints an index that its own domain values do not give.
/// </param>
public sealed record PublishIndex(
    ImmutableList<decimal> Domains,
    decimal Index,
    string Decree,
    DateOnly PublishedOn,
    string? Reason = null
) : IAssessmentCommand;
