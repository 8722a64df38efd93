using Coordination.Domain.Harmonization;

namespace Coordination.Api.Projections;

/// <summary>The state of a plan as what-if and comparison take it.</summary>
internal static class Snapshots
{
    /// <summary>A state that was read with its programs, for a day.</summary>
    internal static PlanSnapshot ToSnapshot(this PlanState state, DateOnly day) =>
        new(
            state.Plan,
            state.Programs.ToDictionary(program => program.Id, StringComparer.Ordinal),
            state.Assessments,
            state.Coverage,
            state.Position,
            day
        );
}
