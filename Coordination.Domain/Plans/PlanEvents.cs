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
