using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>From the start of the process to its first ready answer, on a database that is already set up.</summary>
internal sealed class StartRow : IRow
{
    public string Name => "start";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        await bench.StopContendersAsync();
        ContenderKind[] kinds = [ContenderKind.Raw, ContenderKind.Api];
        var databases = new Dictionary<ContenderKind, DatabaseUnderTest>();
        var times = kinds.ToDictionary(kind => kind, _ => new List<double>());
        foreach (var kind in kinds)
        {
            databases[kind] = await bench.NewDatabaseAsync();
            await using var first = await Contender.StartAsync(kind, databases[kind]);
            await Bench.OpenPlanAsync(first, 2024);
            await Seeds.NewProgramAsync(first);
            await first.SettleAsync();
        }
        for (var round = 0; round < bench.Options.Rounds; round++)
            foreach (var kind in kinds)
            {
                await using var started = await Contender.StartAsync(kind, databases[kind]);
                times[kind].Add(started.StartedIn.TotalSeconds);
            }

        var (api, raw) = (times[ContenderKind.Api].Median(), times[ContenderKind.Raw].Median());
        table.Add(
            "start to ready, warm database",
            "raw peer",
            Target.AtMost(3, 1.5, "×"),
            api / raw,
            $"{api / raw:0.0}×: {api:0.00} s to {raw:0.00} s",
            $"{bench.Options.Rounds}"
        );
    }
}
