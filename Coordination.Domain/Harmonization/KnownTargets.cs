using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>What the active programs of each government can still reach, while they change.</summary>
internal sealed class KnownTargets(FindingGroups groups)
{
    private readonly Dictionary<string, Possible> possible = new(StringComparer.Ordinal);
    private DateOnly day;

    /// <summary>Takes out what was and adds what is; on another day all is another.</summary>
    internal void Follow(
        Plan plan,
        IEnumerable<ProfileChange> changes,
        IEnumerable<SpbeProgram> active,
        IReadOnlyDictionary<string, decimal> forecasts,
        DateOnly on
    )
    {
        if (on == day)
            foreach (var change in changes)
            {
                Add(plan, change.ActiveBefore, (sum, one) => sum - one);
                Add(plan, change.ActiveAfter, (sum, one) => sum + one);
            }
        else
        {
            day = on;
            possible.Clear();
            foreach (var program in active)
                Add(plan, program, (sum, one) => sum + one);
        }
        foreach (var government in Government.Within(plan.Province))
            groups.Set(
                $"target {government.Code}",
                Targets.Of(plan, government, possible.GetValueOrDefault(government.Code), forecasts)
            );
    }

    private void Add(Plan plan, SpbeProgram? program, Func<Possible, Possible, Possible> how)
    {
        if (program is not null)
            possible[program.Government] = how(
                possible.GetValueOrDefault(program.Government),
                Possible.Of(plan.Year, program, day)
            );
    }
}
