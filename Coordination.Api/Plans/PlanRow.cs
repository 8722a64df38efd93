using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Api.Plans;

/// <summary>A plan as a row of a table.</summary>
internal sealed record PlanRow(
    string Id,
    string Province,
    string? ProvinceName,
    int Year,
    string? Name,
    PlanStatus Status,
    decimal TargetRate,
    ImplementationDefinition TargetDefinition,
    long Version,
    long Position
)
{
    internal static PlanRow Of(PlanView plan) =>
        new(
            plan.Id,
            plan.Province,
            Government.Find(plan.Province)?.Name,
            plan.Year,
            plan.Name,
            plan.Status,
            plan.Target.Rate,
            plan.Target.Definition,
            plan.Version,
            plan.Position
        );
}
