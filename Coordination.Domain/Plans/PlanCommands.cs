namespace Coordination.Domain.Plans;

/// <summary>What a coordinator asks of a plan.</summary>
public interface IPlanCommand
{
    /// <summary>Why; kept beside the events.</summary>
    string? Reason { get; }
}

/// <summary>Opens a province's plan of a fiscal year.</summary>
/// <param name="Province">Kemendagri code of a province.</param>
/// <param name="Year">2018 (Perpres 95/2018) to 2100.</param>
/// <param name="Target">What it wants to reach.</param>
/// <param name="Name">What people call it, up to 200 characters.</param>
/// <param name="Reason">Why.</param>
public sealed record OpenPlan(string Province, int Year, PlanTarget Target, string? Name = null, string? Reason = null)
    : IPlanCommand;

/// <summary>Changes the target or what it measures; refused once closed.</summary>
/// <param name="Rate">Above 0, at most 1, four decimals.</param>
/// <param name="Definition">What the rate is a rate of.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangePlanTarget(decimal Rate, ImplementationDefinition Definition, string? Reason = null)
    : IPlanCommand;

/// <summary>Agrees the plan: fixes the baseline. Refused once closed.</summary>
/// <param name="Reason">Why.</param>
public sealed record AgreePlan(string? Reason = null) : IPlanCommand;

/// <summary>Closes the plan: from then on only realisations and funding corrections are recorded.</summary>
/// <param name="Reason">Why.</param>
public sealed record ClosePlan(string? Reason = null) : IPlanCommand;
