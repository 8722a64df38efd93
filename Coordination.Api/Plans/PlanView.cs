using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>A plan as it is shown.</summary>
internal sealed record PlanView
{
    public required string Id { get; init; }
    public required string Province { get; init; }
    public required int Year { get; init; }
    public required string? Name { get; init; }
    public required PlanStatus Status { get; init; }
    public required PlanTarget Target { get; init; }

    /// <summary>The findings that were accepted, those that have gone since included.</summary>
    public required IReadOnlyList<AcceptedFinding> AcceptedFindings { get; init; }

    /// <summary>Number of events of the plan; the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Position of its last event.</summary>
    public required long Position { get; init; }

    /// <summary>In answers to commands: what the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Warning>? Warnings { get; init; }

    internal static PlanView Of(Plan plan, long version, long position) =>
        new()
        {
            Id = plan.Id,
            Province = plan.Province,
            Year = plan.Year,
            Name = plan.Name,
            Status = plan.Status,
            Target = plan.Target,
            AcceptedFindings =
            [
                .. plan.AcceptedFindings.Select(accepted => new AcceptedFinding(
                    accepted.Key,
                    accepted.Value.Kind,
                    accepted.Value.Fingerprint,
                    accepted.Value.Reason
                )),
            ],
            Version = version,
            Position = position,
        };
}

/// <summary>A finding that was accepted: while its fingerprint is this one it stays so.</summary>
internal sealed record AcceptedFinding(string Finding, FindingKind Kind, string Fingerprint, string Reason);
