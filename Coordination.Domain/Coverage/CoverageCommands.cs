namespace Coordination.Domain.Coverage;

/// <summary>
/// Records that someone reports a village or district to be covered or not. What the same source says otherwise of the same day and unit
/// corrects what it said before.
/// </summary>
/// <param name="Location">Code of a desa, kelurahan or kecamatan.</param>
/// <param name="Status">Covered or not.</param>
/// <param name="Unit">What the report speaks of: of a kecamatan the district, of a desa or kelurahan anything finer.</param>
/// <param name="Source">Who says so, 2 to 200 characters.</param>
/// <param name="AsOf">The day it describes; not in the future.</param>
/// <param name="Point">Which point or hamlet, at most 200 characters; only where the unit is one.</param>
/// <param name="Reason">Why; kept beside the event.</param>
public sealed record ReportCoverage(
    string Location,
    CoverageStatus Status,
    CoverageUnit Unit,
    string Source,
    DateOnly AsOf,
    string? Point = null,
    string? Reason = null
)
{
    /// <summary>Trimmed: equal reports are equal texts.</summary>
    internal CoverageReport Normalised() =>
        new(Location, Texts.TrimmedOrNone(Point), Status, Unit, Source.Trim(), AsOf);
}
