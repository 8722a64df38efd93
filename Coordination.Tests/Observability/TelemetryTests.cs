using System.Collections.Concurrent;
using System.Text;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Coordination.Tests.Observability;

/// <summary>What a collector on the network receives.</summary>
public sealed class TelemetryTests(TestCluster cluster)
{
    private static readonly string[] Gauges =
    [
        "coordination.views.lag",
        "coordination.chain.lag",
        "coordination.messages.dead",
    ];

    [Fact]
    public async Task Traces_and_metrics_of_a_command_reach_the_collector_and_no_password_does()
    {
        await using var collector = await Collector.StartAsync();
        await using (var api = new ObservedApi(cluster, collector.Address))
        {
            await api.InitializeAsync();
            await api.PlanProgramAsync();
            await collector.HasAsync("/v1/traces", "/api/programs");
            await collector.HasAsync("/v1/metrics", "coordination.command.duration");
            foreach (var gauge in Gauges)
                await collector.HasAsync("/v1/metrics", gauge);
        }
        Assert.Contains("/api/programs", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("postgresql", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("coordination.command.duration", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        foreach (var gauge in Gauges)
            Assert.Contains(gauge, collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("PlanProgram", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain("Password", collector.Received("/v1/traces"), StringComparison.OrdinalIgnoreCase);
    }

    private sealed class ObservedApi(TestCluster cluster, string collector) : ApiWithPlan(cluster)
    {
        protected override IEnumerable<(string Key, string Value)> Settings =>
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_BSP_SCHEDULE_DELAY", "100"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "100"),
            ];
    }

    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, string Body)> received = [];

        private Collector(WebApplication app) => this.app = app;

        internal string Address => app.Urls.Single();

        internal static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.app.MapPost("/v1/{signal}", collector.ReceiveAsync);
            await collector.app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        /// <summary>Waits, half a minute at most, for a text to come.</summary>
        internal async Task HasAsync(string path, string text)
        {
            for (var n = 0; n < 300 && !Received(path).Contains(text, StringComparison.Ordinal); n++)
                await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        internal string Received(string path) =>
            string.Concat(received.Where(post => post.Path == path).Select(post => post.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ReceiveAsync(HttpContext http)
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        }
    }
}
