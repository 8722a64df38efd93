using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>Many writers of one program: none may be turned away, and none lost.</summary>
internal sealed class ContentionRow : IRow
{
    private const int Writers = 32;

    public string Name => "contention";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var rates = new Dictionary<ContenderKind, List<double>> { [ContenderKind.Raw] = [], [ContenderKind.Api] = [] };
        var n = rates.Keys.ToDictionary(kind => kind, _ => 0);
        // A program of its own for each round: what a command reads grows with the stream, for both sides.
        for (var round = 0; round <= bench.Options.Rounds; round++)
            foreach (var kind in round % 2 == 0 ? rates.Keys : rates.Keys.Reverse())
            {
                var burst = await WriteAsync(await bench.ContenderAsync(kind), bench.Options.Round);
                // The first round warms up.
                if (round == 0)
                    continue;
                rates[kind].Add(burst.Rate);
                n[kind] += burst.Accepted;
            }
        var (api, raw) = (rates[ContenderKind.Api], rates[ContenderKind.Raw]);
        var ratio = api.Median() / raw.Median();
        table.Add(
            $"{Writers} writers on one program, none refused",
            "Kestrel + Npgsql, version check and retry",
            Target.AtLeast(0.3, 0.8),
            ratio,
            $"{ratio:0.00}: {api.Median():N0}/s ({api.Spread()}) to {raw.Median():N0}/s ({raw.Spread()})",
            $"{n[ContenderKind.Api]:N0} / {n[ContenderKind.Raw]:N0}"
        );
    }

    private static async Task<Burst> WriteAsync(Contender contender, TimeSpan duration)
    {
        var program = await Seeds.NewProgramAsync(contender);
        var ledger = await Ledger.OpenAsync(contender);
        Call call = new($"/api/programs/{program}/progress", Bodies.Progress);
        var burst = await ClosedLoop.RunAsync(contender, Writers, duration, () => call);
        ledger.Acknowledge(contender, burst.Accepted);
        await ledger.CloseAsync();
        await contender.SettleAsync();
        return burst.Refused is { } refused
            ? throw new InvalidOperationException($"{contender.Kind.Name} answers {refused.Status}: {refused.Text}")
            : burst;
    }
}
