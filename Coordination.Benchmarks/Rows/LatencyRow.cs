using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;
using HdrHistogram;

namespace Coordination.Benchmarks.Rows;

/// <summary>How long a command takes when requests come at half of what the raw peer, and the product itself, could take.</summary>
internal sealed class LatencyRow : IRow
{
    private const int Rounds = 3;
    private const string WithWhom = "raw peer's p99";
    private static readonly Target Goal = Target.AtMost(3, 1.5, "×");
    private static readonly Call Call = new("/api/programs", Bodies.Program);

    public string Name => "latency";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var (api, raw) = (await bench.ContenderAsync(ContenderKind.Api), await bench.ContenderAsync(ContenderKind.Raw));
        var (ofRaw, ofApi) = (
            await bench.SaturationAsync(ContenderKind.Raw),
            await bench.SaturationAsync(ContenderKind.Api)
        );
        const string halfOfRaw = "half of the raw peer's saturation";
        if (ofRaw / 2 < ofApi)
            await CompareAsync(table, bench.Options, api, raw, ofRaw / 2, halfOfRaw);
        else
            table.Add(
                What(ofRaw / 2, halfOfRaw),
                WithWhom,
                Goal,
                double.PositiveInfinity,
                $"not measured: more than the {ofApi:N0}/s that the product takes at all",
                "0"
            );
        await CompareAsync(table, bench.Options, api, raw, ofApi / 2, "half of its own saturation");
    }

    private static string What(double rate, string load) => $"plan a program, p99 at {rate:N0}/s, {load}";

    private static async Task CompareAsync(
        Table table,
        RunOptions options,
        Contender api,
        Contender raw,
        double rate,
        string load
    )
    {
        var ledger = await Ledger.OpenAsync(api, raw);
        var (ofApi, ofRaw) = (OpenLoop.NewHistogram(), OpenLoop.NewHistogram());
        for (var round = 0; round < (options.IsQuick ? 1 : Rounds); round++)
        {
            await LoadAsync(raw, rate, options, ledger, ofRaw);
            await LoadAsync(api, rate, options, ledger, ofApi);
        }
        await ledger.CloseAsync();
        var ratio = ofApi.Milliseconds(99) / ofRaw.Milliseconds(99);
        table.Add(
            What(rate, load),
            WithWhom,
            Goal,
            ratio,
            $"{ratio:0.0}×: {ofApi.Shown()} to {ofRaw.Shown()}",
            $"{ofApi.TotalCount:N0} / {ofRaw.TotalCount:N0}"
        );
    }

    private static async Task LoadAsync(
        Contender contender,
        double rate,
        RunOptions options,
        Ledger ledger,
        LongConcurrentHistogram histogram
    )
    {
        await OpenLoop.RunAsync(
            rate,
            options.Round * 2,
            async due =>
            {
                var reply = await Call.SendAsync(contender.Client);
                histogram.RecordSince(due);
                if (!reply.IsAccepted)
                    throw new InvalidOperationException($"{contender.Kind.Name} answers {reply.Status}: {reply.Text}");
                ledger.Acknowledge(contender, 1);
            }
        );
        await contender.SettleAsync();
    }
}
