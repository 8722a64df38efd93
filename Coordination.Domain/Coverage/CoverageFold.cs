namespace Coordination.Domain.Coverage;

/// <summary>What each event makes of a location's coverage.</summary>
public static class CoverageFold
{
    /// <summary>The state after all events, or none without events.</summary>
    public static LocationCoverage? Replay(IEnumerable<CoverageReported> events) =>
        events.Aggregate<CoverageReported, LocationCoverage?>(null, Evolve);

    /// <summary>The state after one more event: what it says takes the place of what its source said of the same before.</summary>
    public static LocationCoverage Evolve(LocationCoverage? coverage, CoverageReported next)
    {
        var before = coverage ?? new LocationCoverage(next.Location);
        var report = next.ToReport();
        return before with { Reports = before.Reports.RemoveAll(report.SpeaksOfTheSameAs).Add(report) };
    }
}
