namespace Coordination.Benchmarks.Report;

internal static class Figures
{
    internal static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>How far the rounds lie apart, so that a reader sees how much of a ratio is noise.</summary>
    internal static string Spread(this IReadOnlyCollection<double> values) => $"{values.Min():N0}–{values.Max():N0}";
}
