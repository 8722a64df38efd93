using System.Collections.Immutable;

namespace Coordination.Domain.Assessments;

/// <summary>
/// A fact of one assessment's stream. Each carries government and year, so that no view has to look them up. A released event is never
/// edited.
/// </summary>
public interface IAssessmentEvent
{
    /// <summary>Kemendagri code of the government assessed.</summary>
    string Government { get; }

    /// <summary>The year assessed.</summary>
    int Year { get; }
}

/// <summary>An indicator was assessed, or assessed anew.</summary>
public sealed record IndicatorAssessed(string Government, int Year, int Number, int Level, string Evidence)
    : IAssessmentEvent;

/// <summary>The self-assessment (penilaian mandiri) was handed in: its levels stay.</summary>
public sealed record AssessmentSubmitted(string Government, int Year) : IAssessmentEvent;

/// <summary>A submitted assessment was given back: its levels may change again.</summary>
public sealed record AssessmentReopened(string Government, int Year, string Reason) : IAssessmentEvent;

/// <summary>A decree published the index, as printed; the same decree again is a correction of what was recorded.</summary>
public sealed record IndexPublished(
    string Government,
    int Year,
    ImmutableList<decimal> Domains,
    decimal Index,
    string Decree,
    DateOnly PublishedOn
) : IAssessmentEvent;
