using System.Diagnostics;
using Coordination.Benchmarks.Report;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Benchmarks.Rows;

/// <summary>
/// What one more look at a plan costs when one program has changed, its board with it: every reader who wants to see what was just
/// done waits for that. A plan of one program many times over stands beside one of different programs. No store.
/// </summary>
internal sealed class LookRow : IRow
{
    private const int Looks = 300;
    private static readonly DateOnly Day = new(2024, 7, 1);
    private static readonly Target OfLook = Target.AtMost(2, 0.5, " ms");

    private static readonly Plan Plan = PlanFold.Replay([
        new PlanOpened(MadeUpPlan.Id, "19", 2024, new(0.8m, ImplementationDefinition.Completion)),
    ])!;

    public string Name => "look";

    public Task MeasureAsync(Bench bench, Table table)
    {
        Measure(MadeUpPlan.Of(300));
        foreach (var size in bench.Options.IsQuick ? (int[])[300] : [300, 2_400, 10_000])
        {
            var varied = MadeUpPlan.Of(size);
            List<SpbeProgram> same = [.. varied.Select(program => varied[0] with { Id = program.Id })];
            Show(table, $"{size:N0} programs", varied);
            Show(table, $"one program {size:N0} times", same);
        }
        return Task.CompletedTask;
    }

    private static void Show(Table table, string of, List<SpbeProgram> programs)
    {
        var (look, board) = Measure(programs);
        table.Add(
            $"a look at {of} after one has changed",
            "",
            OfLook,
            look + board,
            $"{look + board:0.000} ms: findings {look:0.000}, board {board:0.000}",
            $"{Looks}"
        );
    }

    /// <summary>Medians, in milliseconds.</summary>
    private static (double Look, double Board) Measure(List<SpbeProgram> programs)
    {
        var findings = new PlanFindings();
        findings.Set(programs);
        var found = findings.Find(Plan, [], Day);
        var tally = Tally.Of(programs);
        var (looks, boards) = (new List<double>(), new List<double>());
        for (var look = 0; look < Looks; look++)
        {
            var program = programs[look * 7 % programs.Count];
            var cost = program.Details.EstimatedCost + look + 1;
            var started = Stopwatch.GetTimestamp();
            findings.Set([program with { Details = program.Details with { EstimatedCost = cost } }]);
            found = findings.Find(Plan, [], Day);
            looks.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            GC.KeepAlive(BoardMaker.Make(Plan, tally, [], look, Day, findings: found.Waiting));
            boards.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return (looks.Median(), boards.Median());
    }
}
