using Coordination.Domain.Reference;

namespace Coordination.Domain.Coverage;

/// <summary>Whether there is signal and internet.</summary>
public enum CoverageStatus
{
    /// <summary>There is.</summary>
    Covered,

    /// <summary>There is not.</summary>
    Uncovered,
}

/// <summary>What a report speaks of; sources that count villages and sources that count hamlets disagree. The finest is first.</summary>
public enum CoverageUnit
{
    /// <summary>A point on the map, such as a village office.</summary>
    Point,

    /// <summary>Dusun or RT: part of a village.</summary>
    Hamlet,

    /// <summary>Desa or kelurahan.</summary>
    Village,

    /// <summary>Kecamatan.</summary>
    District,
}

/// <summary>That someone reported a place to be covered or not.</summary>
/// <param name="Location">Code of a village or district.</param>
/// <param name="Point">Which point or hamlet of it, where the report speaks of one.</param>
/// <param name="Status">Covered or not.</param>
/// <param name="Unit">What the report speaks of.</param>
/// <param name="Source">Who says so.</param>
/// <param name="AsOf">The day it describes.</param>
public sealed record CoverageReport(
    string Location,
    string? Point,
    CoverageStatus Status,
    CoverageUnit Unit,
    string Source,
    DateOnly AsOf
)
{
    /// <summary>Whether both are one source's word on one unit, point and day: the later corrects the earlier.</summary>
    internal bool SpeaksOfTheSameAs(CoverageReport other) => this with { Status = other.Status } == other;
}

/// <summary>
/// What is known of coverage on a day. Sources disagree: of the reports on a village, or on the district it lies in, those of the finest
/// unit hold, and of these the latest; among equals the one recorded last. What nobody reported is unknown, not uncovered.
/// </summary>
public sealed class CoverageMap
{
    private readonly Dictionary<string, CoverageReport> holding = new(StringComparer.Ordinal);

    /// <summary>Nothing known.</summary>
    public static CoverageMap Unknown { get; } = new([], DateOnly.MaxValue);

    /// <summary>What reports, in the order they were recorded, say of a day.</summary>
    public CoverageMap(IEnumerable<CoverageReport> reports, DateOnly day)
    {
        foreach (var report in reports.Where(report => report.AsOf <= day))
            if (!holding.TryGetValue(report.Location, out var held) || Outweighs(report, held))
                holding[report.Location] = report;
    }

    /// <summary>The report that holds for a village, or none.</summary>
    public CoverageReport? Find(string village) =>
        holding.GetValueOrDefault(village)
        ?? (village.LastIndexOf('.') is > 0 and var dot ? holding.GetValueOrDefault(village[..dot]) : null);

    /// <summary>Whether a village is reported uncovered; unknown is not.</summary>
    public bool IsUncovered(string village) => Find(village)?.Status == CoverageStatus.Uncovered;

    /// <summary>Codes of all villages reported uncovered, in order.</summary>
    public IEnumerable<string> UncoveredVillages =>
        holding.Values.Any(report => report.Status == CoverageStatus.Uncovered)
            ? Location
                .All.Where(location => location.Level is LocationLevel.Village or LocationLevel.UrbanVillage)
                .Select(location => location.Code)
                .Where(IsUncovered)
            : [];

    private static bool Outweighs(CoverageReport report, CoverageReport held) =>
        report.Unit < held.Unit || (report.Unit == held.Unit && report.AsOf >= held.AsOf);
}
