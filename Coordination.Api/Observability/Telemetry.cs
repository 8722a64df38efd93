using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Coordination.Api.Observability;

/// <summary>
/// Traces and metrics of HTTP, Npgsql, Marten, Wolverine and of what this service itself measures, sent over OTLP. Without
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> there is no one to send them to, and nothing is collected.
/// </summary>
internal static class Telemetry
{
    /// <summary>Name of this service's own meter.</summary>
    internal const string Meter = "Coordination";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddNpgsql().AddSource("Marten", "Wolverine*"))
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter("Npgsql", "Marten*", "Wolverine*", Meter)
            )
            .UseOtlpExporter();
    }
}
