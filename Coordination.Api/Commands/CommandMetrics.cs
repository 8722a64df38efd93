using System.Diagnostics;
using System.Diagnostics.Metrics;
using Coordination.Api.Observability;

namespace Coordination.Api.Commands;

/// <summary>How many commands, of which kind, with which outcome, and how long each took.</summary>
internal static class CommandMetrics
{
    private static readonly Meter Meter = new(Telemetry.Meter);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "coordination.command.duration",
        "s",
        "From the request read to the answer known, lost races included."
    );

    internal static void Record(object command, int status, long startedAt) =>
        Duration.Record(
            Stopwatch.GetElapsedTime(startedAt).TotalSeconds,
            new("command", command.GetType().Name),
            new("status", status)
        );
}
