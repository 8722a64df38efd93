using System.Text.Json.Serialization;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>Open constraints (kendala) of active programs by category.</summary>
public readonly record struct ConstraintCounts(
    [property: JsonPropertyName("network-infrastructure")] int NetworkInfrastructure,
    [property: JsonPropertyName("human-resources")] int HumanResources,
    [property: JsonPropertyName("budget-support")] int BudgetSupport,
    int Regulation,
    int Other
)
{
    /// <summary>All categories together.</summary>
    [JsonIgnore]
    public int Total => NetworkInfrastructure + HumanResources + BudgetSupport + Regulation + Other;

    internal static ConstraintCounts Of(IReadOnlyCollection<ProgramConstraint> open)
    {
        int Count(ConstraintCategory category) => open.Count(constraint => constraint.Category == category);
        return new(
            Count(ConstraintCategory.NetworkInfrastructure),
            Count(ConstraintCategory.HumanResources),
            Count(ConstraintCategory.BudgetSupport),
            Count(ConstraintCategory.Regulation),
            Count(ConstraintCategory.Other)
        );
    }

    /// <summary>Both together, or the first without the second when the sign is −1.</summary>
    public ConstraintCounts Plus(ConstraintCounts other, int sign) =>
        new(
            NetworkInfrastructure + (sign * other.NetworkInfrastructure),
            HumanResources + (sign * other.HumanResources),
            BudgetSupport + (sign * other.BudgetSupport),
            Regulation + (sign * other.Regulation),
            Other + (sign * other.Other)
        );
}
