using System.Collections.Immutable;

namespace Coordination.Domain.Coverage;

/// <summary>What is reported of one village or district: the state that its events fold to.</summary>
/// <param name="Location">Kemendagri code.</param>
public sealed record LocationCoverage(string Location)
{
    /// <summary>What each source last said of each unit, point and day, in the order of recording.</summary>
    public ImmutableList<CoverageReport> Reports { get; init; } = [];
}
