using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>How many active programs each government has for each priority, while they change.</summary>
internal sealed class KnownGaps(FindingGroups groups)
{
    private readonly Dictionary<(string Government, string Priority), int> active = [];

    internal void Follow(Plan plan, IEnumerable<ProfileChange> changes)
    {
        var touched = new HashSet<(string Government, string Priority)>();
        if (active.Count == 0)
            foreach (var government in Government.Within(plan.Province))
            foreach (var priority in Priority.All)
            {
                active[(government.Code, priority.Code)] = 0;
                touched.Add((government.Code, priority.Code));
            }
        foreach (var change in changes)
        {
            Count(change.ActiveBefore, -1, touched);
            Count(change.ActiveAfter, 1, touched);
        }
        foreach (var cell in touched)
            groups.Set($"gap {cell}", active[cell] > 0 ? [] : [Gap(plan, cell.Government, cell.Priority)]);
    }

    private void Count(SpbeProgram? program, int sign, HashSet<(string, string)> touched)
    {
        if (program is null)
            return;
        var cell = (program.Government, program.Details.Priority);
        active[cell] = active.GetValueOrDefault(cell) + sign;
        touched.Add(cell);
    }

    private static Finding Gap(Plan plan, string government, string priority) =>
        Gaps.OfPriority(plan, Government.Find(government)!, Priority.Find(priority)!);
}
