using System.Text.Json.Serialization;

namespace Coordination.Domain.Plans;

/// <summary>What a coordinator asks of a plan. Members marked as ignored come from the request's path, not from its body.</summary>
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

/// <summary>Accepts a finding as it is. Refused once the plan is closed, and when there is no such finding now.</summary>
/// <param name="Reason">Why it may stay; 1 to 5,000 characters.</param>
public sealed record AcceptFinding(string Reason) : IPlanCommand
{
    /// <summary>Id of the finding.</summary>
    [JsonIgnore]
    public string Finding { get; init; } = "";
}

/// <summary>Takes the acceptance of a finding back. Refused once the plan is closed.</summary>
/// <param name="Reason">Why.</param>
public sealed record ReopenFinding(string? Reason = null) : IPlanCommand
{
    /// <summary>Id of the finding.</summary>
    [JsonIgnore]
    public string Finding { get; init; } = "";
}
