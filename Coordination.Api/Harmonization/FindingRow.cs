using Coordination.Api.Projections;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Reference;

namespace Coordination.Api.Harmonization;

/// <summary>A finding as a row of a table; lists of codes and of sentences are parted by semicolons.</summary>
internal sealed record FindingRow(
    string Plan,
    long Position,
    DateOnly AsOf,
    string Id,
    FindingKind Kind,
    OverlapGrade? Grade,
    FindingSeverity Severity,
    FindingStatus Status,
    string Governments,
    string GovernmentNames,
    string? Priority,
    string? PriorityName,
    string Programs,
    string Locations,
    string LocationNames,
    decimal? Score,
    decimal? Work,
    decimal? Place,
    decimal? Time,
    string Reasons,
    decimal AtStake,
    RecommendedDecision Decision,
    string Why,
    RecommendationEffect Expects,
    string? AcceptedBecause
)
{
    internal static FindingRow Of(Finding finding, FoundPlan found) =>
        new(
            found.State.Plan.Id,
            found.State.Position,
            found.Day,
            finding.Id,
            finding.Kind,
            finding.Grade,
            finding.Severity,
            finding.Status,
            Join(finding.Governments),
            Join(finding.Governments.Select(code => Government.Find(code)?.Name)),
            finding.Priority,
            finding.Priority is { } priority ? Domain.Reference.Priority.Find(priority)?.Name : null,
            Join(finding.Programs),
            Join(finding.Locations),
            Join(finding.Locations.Select(code => Location.Find(code)?.Name)),
            finding.Score,
            finding.Evidence.Work,
            finding.Evidence.Place,
            finding.Evidence.Time,
            Join(finding.Evidence.Reasons.Select(reason => reason.ToString())),
            finding.AtStake,
            finding.Recommendation.Decision,
            finding.Recommendation.Why,
            finding.Recommendation.Expects,
            finding.AcceptedBecause
        );

    private static string Join(IEnumerable<string?> texts) => string.Join("; ", texts);
}
