using System.Runtime.InteropServices;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>
/// The programs of a plan by place and by what they are about, so that those that could overlap with one are found without comparing
/// it to all. It leaves out only pairs that cannot reach the threshold (docs/decisions/0010): the result is that of all pairs.
/// </summary>
public sealed class OverlapIndex
{
    /// <summary>Below this cosine no work reaches the threshold, whatever else two programs share; a hair less, for rounding.</summary>
    private static readonly double LeastCosine =
        Math.Pow((double)(Overlap.Threshold / WorkComparison.OfSameCode), 2) - 1e-5;

    private readonly Dictionary<string, ProgramProfile> profiles = new(StringComparer.Ordinal);

    /// <summary>Programs with that location itself, by location and feature.</summary>
    private readonly Dictionary<(string Location, long Feature), List<ProgramProfile>> at = [];

    /// <summary>Programs with a location that is or lies in that one, by location and feature.</summary>
    private readonly Dictionary<(string Location, long Feature), List<ProgramProfile>> within = [];

    /// <summary>Programs that declare a relation to that one.</summary>
    private readonly Dictionary<string, List<ProgramProfile>> declaring = new(StringComparer.Ordinal);

    /// <summary>No programs.</summary>
    internal static OverlapIndex Empty { get; } = new();

    /// <summary>The profiles in it.</summary>
    public IReadOnlyCollection<ProgramProfile> Profiles => profiles.Values;

    /// <summary>An index of these programs.</summary>
    public static OverlapIndex Of(IEnumerable<ProgramProfile> profiles)
    {
        var index = new OverlapIndex();
        foreach (var profile in profiles)
            index.Set(profile);
        return index;
    }

    /// <summary>Adds a program, or replaces what it was by what it is.</summary>
    public void Set(ProgramProfile profile)
    {
        Remove(profile.Program.Id);
        profiles.Add(profile.Program.Id, profile);
        foreach (var list in Lists(profile))
            list.Add(profile);
    }

    /// <summary>Takes a program out, if it is in.</summary>
    public void Remove(string program)
    {
        if (!profiles.Remove(program, out var profile))
            return;
        foreach (var list in Lists(profile))
            list.Remove(profile);
    }

    /// <summary>What a program, in the index or not, makes with those in the index; by the other program's number.</summary>
    internal IReadOnlyList<Overlap> FindFor(ProgramProfile profile) => InOrder(profile, Candidates(profile));

    /// <summary>What the programs in the index make with each other, each pair looked at once.</summary>
    internal IReadOnlyList<Overlap> FindAll() =>
        [
            .. profiles
                .Values.OrderBy(profile => profile.Program.Id, StringComparer.Ordinal)
                .SelectMany(profile =>
                    InOrder(
                        profile,
                        Candidates(profile)
                            .Where(other => string.CompareOrdinal(profile.Program.Id, other.Program.Id) < 0)
                    )
                ),
        ];

    private static List<Overlap> InOrder(ProgramProfile profile, IEnumerable<ProgramProfile> others) =>
        [
            .. others
                .Select(other => Overlap.Between(profile, other))
                .OfType<Overlap>()
                .OrderBy(overlap => overlap.First.Program.Id, StringComparer.Ordinal)
                .ThenBy(overlap => overlap.Second.Program.Id, StringComparer.Ordinal),
        ];

    private HashSet<ProgramProfile> Candidates(ProgramProfile profile)
    {
        var found = new HashSet<ProgramProfile>();
        foreach (var location in profile.Locations)
        {
            foreach (var feature in profile.Subject)
                found.UnionWith(within.GetValueOrDefault((location, feature.Key), []));
            foreach (var outer in Outer(location))
            foreach (var feature in profile.Subject)
                found.UnionWith(at.GetValueOrDefault((outer, feature.Key), []));
        }
        // Far quicker than a comparison in full, which those that only share a place and a common feature do not pass.
        found.RemoveWhere(other => WorkComparison.Cosine(profile.Subject, other.Subject) < LeastCosine);
        foreach (var relation in profile.Program.Relations)
            if (profiles.TryGetValue(relation.Program, out var related))
                found.Add(related);
        found.UnionWith(declaring.GetValueOrDefault(profile.Program.Id, []));
        return found;
    }

    /// <summary>Every list that a program stands in, once for each reason.</summary>
    private IEnumerable<List<ProgramProfile>> Lists(ProgramProfile profile)
    {
        var features = Prefix(profile).ToList();
        foreach (var location in profile.Locations)
        foreach (var feature in features)
            yield return ListAt(at, (location, feature));
        foreach (var location in profile.Locations.SelectMany(code => Outer(code).Append(code)).Distinct())
        foreach (var feature in features)
            yield return ListAt(within, (location, feature));
        foreach (var target in profile.Program.Relations.Select(relation => relation.Program).Distinct())
            yield return ListAt(declaring, target);
    }

    /// <summary>
    /// Its heaviest features. What is left out is so light that a program which shares nothing but that stays below the least cosine.
    /// </summary>
    private static IEnumerable<long> Prefix(ProgramProfile profile)
    {
        var left = 1.0;
        foreach (var feature in profile.Subject.OrderByDescending(feature => feature.Weight))
        {
            if (Math.Sqrt(Math.Max(0, left)) < LeastCosine)
                yield break;
            left -= feature.Weight * feature.Weight;
            yield return feature.Key;
        }
    }

    /// <summary>The locations that a code lies in: <c>19</c> and <c>19.05</c> for <c>19.05.01</c>.</summary>
    private static IEnumerable<string> Outer(string code)
    {
        for (var dot = code.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = code.IndexOf('.', dot + 1))
            yield return code[..dot];
    }

    private static List<ProgramProfile> ListAt<TKey>(Dictionary<TKey, List<ProgramProfile>> lists, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }
}
