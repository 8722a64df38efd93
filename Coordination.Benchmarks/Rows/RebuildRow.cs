using System.Diagnostics;
using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Report;
using Marten;

namespace Coordination.Benchmarks.Rows;

/// <summary>Making all boards again from the events, against what PostgreSQL needs to add the same events up by plan and government.</summary>
internal sealed class RebuildRow : IRow
{
    private const string Aggregate = """
        select sum(events)::bigint + max(amount)::bigint + max(last) from (
            select data->>'plan', data->>'government', type,
                count(*) events, sum((data->>'amount')::numeric) amount, max(seq_id) as last
            from coordination.mt_events group by 1, 2, 3) sums
        """;

    public string Name => "rebuild";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        await bench.StopContendersAsync();
        var database = await bench.NewDatabaseAsync();
        int events;
        await using (var api = await Contender.StartAsync(ContenderKind.Api, database))
            events = await History.GrowAsync(api, bench.Options.IsQuick ? 2_000 : 20_000);
        using var store = DocumentStore.For(options =>
        {
            options.Connection(database.ConnectionString);
            StoreSetup.Configure(options);
        });
        var (ofViews, ofSql) = (new List<double>(), new List<double>());
        for (var round = 0; round < (bench.Options.IsQuick ? 1 : 3); round++)
        {
            ofSql.Add(events / await SecondsAsync(() => database.ReadAsync<long>(Aggregate)));
            ofViews.Add(events / await SecondsAsync(() => RebuildAsync(store)));
        }

        var ratio = ofViews.Median() / ofSql.Median();
        table.Add(
            "rebuild of the boards, events/s",
            "one SQL aggregate over the same events",
            "Marten's own rebuild (aim 0.3)",
            $"{ratio:0.000}: {ofViews.Median():N0}/s ({ofViews.Spread()}) to {ofSql.Median():N0}/s ({ofSql.Spread()})",
            $"{events:N0} × {ofViews.Count}"
        );
    }

    private static async Task RebuildAsync(DocumentStore store)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(BoardProjection.Name, TimeSpan.FromMinutes(10), CancellationToken.None);
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
