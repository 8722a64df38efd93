using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Coverage;
using Undated = Coordination.Api.ExamplePlan.ExampleCommands.Undated;

namespace Coordination.Api.ExamplePlan;

/// <summary>Reports of coverage in the example: of the press, as their sources say, and made up (contoh).</summary>
internal static class ExampleCoverage
{
    internal static IReadOnlyList<ReportCoverage> ReadAll()
    {
        using var file = typeof(ExampleCoverage).Assembly.GetManifestResourceStream("example-coverage.json")!;
        return JsonSerializer.Deserialize<List<ReportCoverage>>(file, CanonicalJson.Options)!;
    }

    /// <summary>Recorded on the day it describes, but not before the plan was opened.</summary>
    internal static Undated ToCommand(ReportCoverage report, DateOnly opened) =>
        new(
            report.AsOf < opened ? opened : report.AsOf,
            report.Location,
            $"coverage-{report.AsOf:yyyy-MM-dd}",
            report.Location,
            report
        );
}
