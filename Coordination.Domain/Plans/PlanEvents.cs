using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Domain.Plans;

/// <summary>A fact of one plan's stream. A released event is never edited.</summary>
public interface IPlanEvent
{
    /// <summary>Plan id, <c>19-2024</c>.</summary>
    string Plan { get; }
}

/// <summary>A province opened its plan of a year.</summary>
public sealed record PlanOpened(string Plan, string Province, int Year, PlanTarget Target, string? Name = null)
    : IPlanEvent;

/// <summary>The target, or what it measures, changed.</summary>
public sealed record PlanTargetChanged(string Plan, PlanTarget Target) : IPlanEvent;

/// <summary>The plan was agreed: its position in the store is the baseline.</summary>
public sealed record PlanAgreed(string Plan) : IPlanEvent;

/// <summary>The plan was closed.</summary>
public sealed record PlanClosed(string Plan) : IPlanEvent;

/// <summary>A finding was accepted as it was then: it stays accepted while its fingerprint is the same.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Finding">Its id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Fingerprint">Of what it was concluded from.</param>
/// <param name="Reason">Why it may stay.</param>
public sealed record FindingAccepted(string Plan, string Finding, FindingKind Kind, string Fingerprint, string Reason)
    : IPlanEvent;

/// <summary>The acceptance of a finding was taken back.</summary>
public sealed record FindingReopened(string Plan, string Finding) : IPlanEvent;
