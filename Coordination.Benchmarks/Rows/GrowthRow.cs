using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>The ratios and the memory of a fresh process at ten times the events, and again: they are to stay as they are.</summary>
internal sealed class GrowthRow : IRow
{
    private const int Rounds = 3;
    private const string Board = $"/api/plans/{Bodies.Plan}/board";
    private static readonly Target Memory = Target.AtMost(250, 200, " MB");

    public string Name => "growth";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        await bench.StopContendersAsync();
        var (ofApi, ofRaw) = (await bench.NewDatabaseAsync(), await bench.NewDatabaseAsync());
        Point? first = null;
        foreach (var size in bench.Options.Sizes)
        {
            await GrowAsync(ContenderKind.Api, ofApi, size);
            await GrowAsync(ContenderKind.Raw, ofRaw, size);
            var point = await MeasureAsync(ofApi, ofRaw, bench.Options);
            first ??= point;
            Show(table, size, bench.Options.Sizes[0], point, first);
        }
    }

    private static async Task GrowAsync(ContenderKind kind, DatabaseUnderTest database, int size)
    {
        await using var contender = await Contender.StartAsync(kind, database);
        await History.GrowAsync(contender, size);
    }

    private static async Task<Point> MeasureAsync(DatabaseUnderTest ofApi, DatabaseUnderTest ofRaw, RunOptions options)
    {
        await using var api = await Contender.StartAsync(ContenderKind.Api, ofApi);
        await using var raw = await Contender.StartAsync(ContenderKind.Raw, ofRaw);
        await BoardRow.ShareAsync(api, raw, Board);
        (Call plan, Call board) = (new("/api/programs", Bodies.Program), new(Board));
        Lane[] plans = [new("raw plan", raw, () => plan), new("plan", api, () => plan)];
        Lane[] boards = [new("raw board", raw, () => board), new("board", api, () => board)];
        // The first round of each warms up.
        await Interleaved.RoundsAsync(1, options.Round, await Ledger.OpenAsync(), [.. plans, .. boards]);
        foreach (var lane in plans.Concat(boards))
            lane.Rates.Clear();
        await Interleaved.RoundsAsync(
            options.IsQuick ? 1 : Rounds,
            options.Round,
            await Ledger.OpenAsync(api, raw),
            plans
        );
        await Interleaved.RoundsAsync(options.IsQuick ? 1 : Rounds, options.Round, await Ledger.OpenAsync(), boards);
        return new(plans, boards, api.Megabytes, raw.Megabytes, api.StartedIn);
    }

    private static void Show(Table table, int size, int least, Point point, Point first)
    {
        var (what, with) = ($"at {size:N0} events", $"raw peer; at {least:N0} events");
        void Ratio(string name, Lane[] lanes, Lane[] before) =>
            table.Add(
                $"{name} {what}",
                with,
                "flat",
                $"{Of(lanes):0.00}, {Of(lanes) / Of(before):0.00} of the least: {lanes[1].Shown} to {lanes[0].Shown}",
                $"{lanes[1].Accepted:N0} / {lanes[0].Accepted:N0}"
            );
        Ratio("plan a program", point.Plans, first.Plans);
        Ratio("board", point.Boards, first.Boards);
        var shown = $"{point.Megabytes:N0} MB to {point.OfRaw:N0} MB; ready in {point.Start.TotalSeconds:0.00} s";
        table.Add($"memory after load {what}", "raw peer", Memory, point.Megabytes, shown, "1");
    }

    private static double Of(Lane[] lanes) => lanes[1].Median / lanes[0].Median;

    private sealed record Point(Lane[] Plans, Lane[] Boards, double Megabytes, double OfRaw, TimeSpan Start);
}
