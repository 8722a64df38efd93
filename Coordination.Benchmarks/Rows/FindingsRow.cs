using System.Diagnostics;
using System.Text.Json;
using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;
using HdrHistogram;

namespace Coordination.Benchmarks.Rows;

/// <summary>
/// A plan of eight governments with 300 programs each: how soon its findings follow a command, and what it costs to be told what a
/// proposal raises.
/// </summary>
internal sealed class FindingsRow : IRow
{
    private const int Year = 2022;
    private const int Programs = 2_400;
    private const string Findings = "/api/plans/19-2022/findings";
    private const string Board = "/api/plans/19-2022/board";

    private static readonly Target Followed = Target.AtMost(1_000, 100, " ms");
    private static readonly Target Told = Target.AtMost(50, 20, " ms");

    public string Name => "findings";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var api = await bench.ContenderAsync(ContenderKind.Api);
        await Bench.OpenPlanAsync(api, Year);
        var proposals = new VariedPrograms(Year);
        var ids = new string[Programs];
        await Parallel.ForAsync(
            0,
            Programs,
            async (number, _) =>
                ids[number] = (await api.PostAsync("/api/programs", proposals[number])).GetProperty("id").GetString()!
        );
        await api.SettleAsync();
        var first = Stopwatch.GetTimestamp();
        await new Call($"{Findings}?limit=1").SendAsync(api.Client);
        await Console.Error.WriteLineAsync($"first look: {Stopwatch.GetElapsedTime(first).TotalMilliseconds:0} ms");

        var rounds = bench.Options.IsQuick ? 20 : 200;
        // The first rounds compile the way.
        await RoundsAsync(api, proposals, ids, 20);
        var (inFindings, inBoard, preview, proposal) = await RoundsAsync(api, proposals, ids, rounds);
        Show(table, "command → visible in the findings", Followed, inFindings);
        Show(table, "command → visible in the board", Followed, inBoard);
        Show(table, "preview with its findings", Told, preview);
        Show(table, "proposal answered with its findings", Told, proposal);
        await Console.Error.WriteLineAsync($"{api.Megabytes:N0} MB");
    }

    private static async Task<(
        LongConcurrentHistogram InFindings,
        LongConcurrentHistogram InBoard,
        LongConcurrentHistogram Preview,
        LongConcurrentHistogram Proposal
    )> RoundsAsync(Contender api, VariedPrograms proposals, string[] ids, int rounds)
    {
        var (inFindings, inBoard) = (OpenLoop.NewHistogram(), OpenLoop.NewHistogram());
        var (preview, proposal) = (OpenLoop.NewHistogram(), OpenLoop.NewHistogram());
        for (var round = 0; round < rounds; round++)
        {
            await AfterCommandAsync(api, ids[round * 37 % ids.Length], $"{Findings}?limit=1&atLeast=", inFindings);
            await AfterCommandAsync(api, ids[round * 41 % ids.Length], $"{Board}?atLeast=", inBoard);
            await TimeAsync(api, new("/api/programs/preview", proposals[Programs + round]), preview);
            await TimeAsync(api, new("/api/programs", proposals[Programs + round]), proposal);
        }
        return (inFindings, inBoard, preview, proposal);
    }

    private static async Task AfterCommandAsync(
        Contender api,
        string program,
        string view,
        LongConcurrentHistogram histogram
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { percent = 10, asOf = $"{Year}-12-01" });
        var reply = await api.PostAsync($"/api/programs/{program}/progress", body);
        await TimeAsync(api, new($"{view}{reply.GetProperty("position").GetInt64()}"), histogram);
    }

    private static async Task TimeAsync(Contender api, Call call, LongConcurrentHistogram histogram)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = await call.SendAsync(api.Client);
        histogram.RecordSince(started);
        if (!reply.IsAccepted)
            throw new InvalidOperationException($"{call.Path} is answered {reply.Status}: {reply.Text}");
    }

    private static void Show(Table table, string what, Target target, LongConcurrentHistogram times) =>
        table.Add(
            $"{what}, plan of {Programs:N0} programs",
            "—",
            target,
            times.Milliseconds(99),
            times.Shown(),
            $"{times.TotalCount:N0}"
        );
}
