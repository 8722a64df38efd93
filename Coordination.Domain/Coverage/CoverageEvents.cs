namespace Coordination.Domain.Coverage;

/// <summary>
/// The fact of a location's stream: someone reported it to be covered or not. Its location's code begins with that of its province, so that
/// no view has to look it up. A released event is never edited.
/// </summary>
public sealed record CoverageReported(
    string Location,
    string? Point,
    CoverageStatus Status,
    CoverageUnit Unit,
    string Source,
    DateOnly AsOf
)
{
    internal CoverageReport ToReport() => new(Location, Point, Status, Unit, Source, AsOf);
}
