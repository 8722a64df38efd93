using System.Diagnostics;
using System.Text.Json;
using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;
using HdrHistogram;

namespace Coordination.Benchmarks.Rows;

/// <summary>
/// From a command's answer to the answer of <c>board?atLeast=</c> its position, which comes when the board has seen it: what a
/// reader waits, the wait's own polling and the read of the board included. Of ten commands one goes to a program that others
/// write, too.
/// </summary>
internal sealed class FreshnessRow : IRow
{
    private const int RacedEvery = 10;
    private const int ProbedEvery = 7;

    private static readonly Target Median = Target.AtMost(30, 10, " ms");
    private static readonly Target Worst = Target.AtMost(150, 50, " ms");

    public string Name => "freshness";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var api = await bench.ContenderAsync(ContenderKind.Api);
        var rate = await bench.SaturationAsync(ContenderKind.Api) / 2;
        var raced = await Seeds.NewProgramAsync(api);
        // The way of a reader that waits is compiled as well before it is timed.
        await LoadAsync(api, rate, bench.Options.WarmUp, raced);
        var (visible, late) = await LoadAsync(api, rate, bench.Options.Round * 5, raced);
        if (late > 0)
            throw new InvalidOperationException($"{late} boards had not seen their command after two seconds.");
        Show(table, rate, "p50", Median, visible.Milliseconds(50), visible);
        Show(table, rate, "p99", Worst, visible.Milliseconds(99), visible);
    }

    private static async Task<(LongConcurrentHistogram Visible, int Late)> LoadAsync(
        Contender api,
        double rate,
        TimeSpan duration,
        string raced
    )
    {
        var ledger = await Ledger.OpenAsync(api);
        var (visible, late, number) = (OpenLoop.NewHistogram(), 0, 0);
        Call race = new($"/api/programs/{raced}/progress", Bodies.Progress);
        Call plan = new("/api/programs", Bodies.Program);
        await OpenLoop.RunAsync(
            rate,
            duration,
            async _ =>
            {
                var mine = Interlocked.Increment(ref number);
                var reply = await (mine % RacedEvery == 0 ? race : plan).SendAsync(api.Client);
                var answered = Stopwatch.GetTimestamp();
                if (!reply.IsAccepted)
                    throw new InvalidOperationException($"A command is answered {reply.Status}: {reply.Text}");
                ledger.Acknowledge(api, 1);
                if (mine % ProbedEvery == 0 && !await IsSeenAsync(api, reply, answered, visible))
                    Interlocked.Increment(ref late);
            }
        );
        await api.SettleAsync();
        await ledger.CloseAsync();
        return (visible, late);
    }

    private static async Task<bool> IsSeenAsync(
        Contender api,
        Reply command,
        long answered,
        LongConcurrentHistogram visible
    )
    {
        var position = JsonSerializer.Deserialize<JsonElement>(command.Body).GetProperty("position").GetInt64();
        var board = await new Call($"/api/plans/{Bodies.Plan}/board?atLeast={position}").SendAsync(api.Client);
        visible.RecordSince(answered);
        return board.IsAccepted;
    }

    private static void Show(
        Table table,
        double rate,
        string percentile,
        Target target,
        double milliseconds,
        LongConcurrentHistogram visible
    ) =>
        table.Add(
            $"command → visible in the board, {percentile}",
            $"— (at {rate:N0} commands/s, half of saturation)",
            target,
            milliseconds,
            $"{milliseconds:0.0} ms",
            $"{visible.TotalCount:N0}"
        );
}
