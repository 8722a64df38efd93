using System.Collections.Immutable;
using Coordination.Domain.Coverage;

namespace Coordination.Tests;

/// <summary>What is reported of desa Pebuar (19.05.03.2019), and what was before.</summary>
internal sealed record GivenCoverage(ImmutableList<CoverageReported> Events)
{
    /// <summary>No signal in the village on 15 January 2024, says the Diskominfo.</summary>
    internal static readonly ReportCoverage Report = new(
        "19.05.03.2019",
        CoverageStatus.Uncovered,
        CoverageUnit.Village,
        "Diskominfo",
        new(2024, 1, 15)
    );

    internal static readonly CoverageReported Reported = new(
        Report.Location,
        null,
        Report.Status,
        Report.Unit,
        Report.Source,
        Report.AsOf
    );

    internal LocationCoverage? State => CoverageFold.Replay(Events);

    internal Answer<CoverageReported> When(ReportCoverage command) =>
        new(CoverageDecider.Decide(State, command, Example.Today));

    internal GivenCoverage After(ReportCoverage command) =>
        this with
        {
            Events = Events.AddRange(When(command).Accepted()),
        };
}
