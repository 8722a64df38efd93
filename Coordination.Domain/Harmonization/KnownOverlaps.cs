using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// The pairs of a plan that overlap, while its programs change. Once there are more than can be listed no more are looked for, so that
/// a thousand equal programs cost no more than a hundred.
/// </summary>
internal sealed class KnownOverlaps(int most, FindingGroups groups)
{
    private readonly Dictionary<(string First, string Second), Pair> pairs = [];
    private readonly Dictionary<string, HashSet<(string First, string Second)>> ofProgram = new(StringComparer.Ordinal);

    /// <summary>Programs that have not been compared since they came or changed.</summary>
    private readonly SortedDictionary<string, ProgramProfile> waiting = new(StringComparer.Ordinal);

    /// <summary>Pairs that came or went since they were told.</summary>
    private readonly HashSet<(string First, string Second)> touched = [];

    /// <summary>Whether it was told that there are too many, in place of the pairs.</summary>
    private bool isCrowdTold;

    /// <summary>The programs that have been compared.</summary>
    internal OverlapIndex Index { get; } = new();

    internal bool IsCrowded => pairs.Count > most;

    internal void Follow(Plan plan, IEnumerable<ProfileChange> changes)
    {
        foreach (var change in changes)
        {
            var id = change.After.Program.Id;
            Forget(id);
            Index.Remove(id);
            waiting[id] = change.After;
        }
        Compare();
        Tell(plan);
    }

    /// <summary>Of too many pairs none is worded.</summary>
    private void Tell(Plan plan)
    {
        var isOther = IsCrowded != isCrowdTold;
        if (isOther)
        {
            touched.UnionWith(pairs.Keys);
            groups.Set("overlaps", IsCrowded ? [Crowds.OfOverlaps(plan, most)] : []);
            isCrowdTold = IsCrowded;
        }
        if (isOther || !IsCrowded)
            foreach (var pair in touched)
                groups.Set(
                    $"overlap {pair}",
                    !IsCrowded && pairs.TryGetValue(pair, out var known) ? [known.Finding] : []
                );
        touched.Clear();
    }

    /// <summary>A pair is found when the later of the two is compared.</summary>
    private void Compare()
    {
        while (!IsCrowded && waiting.Count > 0)
        {
            var (id, profile) = waiting.First();
            waiting.Remove(id);
            foreach (var overlap in Index.FindFor(profile))
                Add(overlap);
            Index.Set(profile);
        }
    }

    private void Add(Overlap overlap)
    {
        var pair = (overlap.First.Program.Id, overlap.Second.Program.Id);
        pairs[pair] = new(overlap);
        touched.Add(pair);
        foreach (var id in (string[])[pair.Item1, pair.Item2])
        {
            if (!ofProgram.TryGetValue(id, out var own))
                ofProgram[id] = own = [];
            own.Add(pair);
        }
    }

    private void Forget(string id)
    {
        if (!ofProgram.Remove(id, out var own))
            return;
        foreach (var pair in own)
        {
            pairs.Remove(pair);
            touched.Add(pair);
            var other = pair.First == id ? pair.Second : pair.First;
            if (ofProgram.TryGetValue(other, out var others))
                others.Remove(pair);
        }
    }

    /// <summary>Its sentences are written when somebody reads them.</summary>
    private sealed class Pair(Overlap overlap)
    {
        internal Finding Finding => field ??= OverlapFindings.Of(overlap);
    }
}
