using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>
/// The villages (desa and kelurahan) of some locations. Codes in order put the villages of any location side by side, so an area is a
/// few ranges, and what two share is found by walking both.
/// </summary>
internal sealed class Area
{
    private static readonly string[] Villages =
    [
        .. Location
            .All.Where(location => location.Level is LocationLevel.Village or LocationLevel.UrbanVillage)
            .Select(location => location.Code),
    ];

    private static readonly Dictionary<string, (int Start, int End)> ByLocation = Location.All.ToDictionary(
        location => location.Code,
        location => RangeOf(location.Code),
        StringComparer.Ordinal
    );

    private readonly (int Start, int End)[] ranges;

    private Area((int, int)[] ranges) => this.ranges = ranges;

    /// <summary>Number of villages.</summary>
    internal int Count { get; private init; }

    /// <summary>The villages within the locations, each once, however the codes contain each other.</summary>
    internal static Area Of(IEnumerable<string> locations)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var range in locations.Select(code => ByLocation.GetValueOrDefault(code)).Order())
            if (merged.Count > 0 && range.Start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, range.End));
            else if (range.End > range.Start)
                merged.Add(range);
        return new([.. merged]) { Count = merged.Sum(range => range.End - range.Start) };
    }

    /// <summary>How many villages both hold.</summary>
    internal int CountShared(Area other)
    {
        var count = 0;
        for (int i = 0, j = 0; i < ranges.Length && j < other.ranges.Length; )
        {
            var (mine, theirs) = (ranges[i], other.ranges[j]);
            count += Math.Max(0, Math.Min(mine.End, theirs.End) - Math.Max(mine.Start, theirs.Start));
            if (mine.End < theirs.End)
                i++;
            else
                j++;
        }
        return count;
    }

    /// <summary>Codes of its villages, in order.</summary>
    internal IEnumerable<string> Codes => ranges.SelectMany(range => Villages[range.Start..range.End]);

    /// <summary>Whether it holds that village.</summary>
    internal bool Holds(string village) =>
        ByLocation.TryGetValue(village, out var at)
        && Array.Exists(ranges, range => range.Start <= at.Start && at.End <= range.End);

    /// <summary>The villages whose code is that code or goes on after it with a dot: <c>/</c> comes next after the dot.</summary>
    private static (int, int) RangeOf(string code) => (FirstFrom(code), FirstFrom($"{code}/"));

    private static int FirstFrom(string code)
    {
        var at = Array.BinarySearch(Villages, code, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }
}
