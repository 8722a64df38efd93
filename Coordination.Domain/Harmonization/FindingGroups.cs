using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// The findings of a plan by what they come from, while that changes: a group is replaced as a whole, those that wait are counted along,
/// and what was handed out never changes.
/// </summary>
internal sealed class FindingGroups
{
    private ImmutableSortedDictionary<string, ImmutableArray<Finding>> groups = ImmutableSortedDictionary.Create<
        string,
        ImmutableArray<Finding>
    >(StringComparer.Ordinal);
    private ImmutableDictionary<string, int> waiting = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);
    private Plan? plan;

    /// <summary>All of them, as they are now.</summary>
    internal FoundFindings Found => new(groups, waiting);

    /// <summary>What the plan's meetings have said of the findings; where that is new, it is said of all again.</summary>
    internal void Follow(Plan known)
    {
        var isSame =
            plan is not null
            && plan.Status == known.Status
            && plan.AcceptedFindings.Count == known.AcceptedFindings.Count
            && plan.AcceptedFindings.SequenceEqual(known.AcceptedFindings);
        plan = known;
        if (isSame)
            return;
        foreach (var (source, findings) in groups)
            Set(source, findings);
    }

    /// <summary>Replaces what comes from a source.</summary>
    internal void Set(string source, IEnumerable<Finding> findings)
    {
        ImmutableArray<Finding> after = [.. findings.Select(finding => finding.In(plan!))];
        if (groups.TryGetValue(source, out var before))
            Count(before, -1);
        Count(after, 1);
        groups = after.IsEmpty ? groups.Remove(source) : groups.SetItem(source, after);
    }

    private void Count(ImmutableArray<Finding> findings, int sign)
    {
        foreach (var finding in findings)
            if (finding.IsWaiting)
                foreach (var government in finding.Governments)
                    waiting = waiting.SetItem(government, waiting.GetValueOrDefault(government) + sign);
    }
}

/// <summary>The findings of a plan at some time.</summary>
public sealed class FoundFindings
{
    private readonly Lazy<IReadOnlyList<Finding>> all;

    internal FoundFindings(
        ImmutableSortedDictionary<string, ImmutableArray<Finding>> groups,
        IReadOnlyDictionary<string, int> waiting
    )
    {
        all = new(() => [.. groups.Values.SelectMany(group => group)]);
        Waiting = waiting;
    }

    /// <summary>All of them, by what they come from; listed when somebody asks.</summary>
    public IReadOnlyList<Finding> All => all.Value;

    /// <summary>By code of government how many concern it and wait for a decision; none where there are none.</summary>
    public IReadOnlyDictionary<string, int> Waiting { get; }
}
