using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Coverage;
using Coordination.Domain.Reference;

namespace Coordination.Api.Coverage;

/// <summary>What is reported of one location, as a command leaves it.</summary>
/// <param name="Location">Kemendagri code.</param>
/// <param name="LocationName">Its name.</param>
/// <param name="Government">Code of the government that it lies in.</param>
/// <param name="GovernmentName">Its name.</param>
/// <param name="Holds">The report that holds today: of the finest unit the latest.</param>
/// <param name="Reports">What each source last said of each unit, point and day, in the order of recording.</param>
/// <param name="Version">Number of events of the location; the <c>ETag</c>.</param>
/// <param name="Position">Position of its last event.</param>
internal sealed record CoverageView(
    string Location,
    string? LocationName,
    string? Government,
    string? GovernmentName,
    CoverageReport? Holds,
    IReadOnlyList<CoverageReport> Reports,
    long Version,
    long Position
)
{
    /// <summary>What the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Warning>? Warnings { get; init; }

    internal static CoverageView Of(LocationCoverage coverage, long version, long position, DateOnly day)
    {
        var government = Domain.Reference.Government.Of(coverage.Location);
        return new(
            coverage.Location,
            Domain.Reference.Location.Find(coverage.Location)?.Name,
            government?.Code,
            government?.Name,
            new CoverageMap(coverage.Reports, day).Find(coverage.Location),
            coverage.Reports,
            version,
            position
        );
    }
}

/// <summary>A report in the list, and as a row of a table.</summary>
/// <param name="Location">Kemendagri code.</param>
/// <param name="LocationName">Its name.</param>
/// <param name="Level">What kind of place it is.</param>
/// <param name="Government">Code of the government that it lies in.</param>
/// <param name="GovernmentName">Its name.</param>
/// <param name="Point">Which point or hamlet, where the report speaks of one.</param>
/// <param name="Status">Covered or not.</param>
/// <param name="Unit">What the report speaks of.</param>
/// <param name="Source">Who says so.</param>
/// <param name="AsOf">The day it describes.</param>
/// <param name="Holds">Whether it is the one that holds for the location on the list's day.</param>
/// <param name="Version">Number of events of the location.</param>
/// <param name="Position">Position of the location's last event.</param>
internal sealed record CoverageRow(
    string Location,
    string? LocationName,
    LocationLevel? Level,
    string? Government,
    string? GovernmentName,
    string? Point,
    CoverageStatus Status,
    CoverageUnit Unit,
    string Source,
    DateOnly AsOf,
    bool Holds,
    long Version,
    long Position
)
{
    internal static IEnumerable<CoverageRow> Of(CoverageView view) =>
        view.Reports.Select(report => new CoverageRow(
            view.Location,
            view.LocationName,
            Domain.Reference.Location.Find(view.Location)?.Level,
            view.Government,
            view.GovernmentName,
            report.Point,
            report.Status,
            report.Unit,
            report.Source,
            report.AsOf,
            report == view.Holds,
            view.Version,
            view.Position
        ));
}
