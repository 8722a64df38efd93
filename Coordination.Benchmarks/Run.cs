using System.Diagnostics;
using Coordination.Benchmarks.Report;
using Coordination.Benchmarks.Rows;

namespace Coordination.Benchmarks;

/// <summary>Measures the rows asked for, one after the other, and prints the table. A failed row fails the run, a slow one does not.</summary>
internal static class Run
{
    private static readonly IRow[] Rows =
    [
        CommandRow.Plan,
        CommandRow.Budget,
        CommandRow.Complete,
        new LatencyRow(),
        new ContentionRow(),
        new BoardRow(),
        new FreshnessRow(),
        new FindingsRow(),
        new CostRow(),
        new StartRow(),
        new RebuildRow(),
        new GrowthRow(),
        new OverlapsRow(),
        new LookRow(),
    ];

    internal static async Task<int> AllAsync(RunOptions options)
    {
        var unknown = options.Rows.Except(Rows.Select(row => row.Name), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var known = string.Join(' ', Rows.Select(row => row.Name));
            await Console.Error.WriteLineAsync($"No row is called {string.Join(", ", unknown)}. Rows: {known}");
            return 2;
        }

        // The table alone goes to the standard output, whatever libraries have to say.
        var output = Console.Out;
        Console.SetOut(Console.Error);
        var table = new Table();
        await using (var bench = await Bench.StartAsync(options))
            foreach (var row in Rows.Where(row => options.Rows.Count == 0 || options.Rows.Contains(row.Name)))
                await MeasureAsync(row, bench, table);
        await output.WriteLineAsync(table.ToMarkdown());
        return table.HasFailed ? 1 : 0;
    }

    private static async Task MeasureAsync(IRow row, Bench bench, Table table)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await row.MeasureAsync(bench, table);
        }
        catch (Exception failure)
        {
            table.Fail(row.Name, failure.Message);
            await Console.Error.WriteLineAsync($"{row.Name}: {failure}");
        }
        await Console.Error.WriteLineAsync($"{row.Name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }
}
