using System.Diagnostics.Metrics;
using Coordination.Api.Observability;

namespace Coordination.Api.Meetings;

/// <summary>How many decisions came to which end.</summary>
internal static class DecisionMetrics
{
    private static readonly Meter Meter = new(Telemetry.Meter);

    private static readonly Counter<long> Ends = Meter.CreateCounter<long>(
        "coordination.decisions",
        "{decisions}",
        "Decisions of meetings that were applied, failed by a conflict, or were given up."
    );

    internal static void Count(string end) => Ends.Add(1, new KeyValuePair<string, object?>("end", end));
}
