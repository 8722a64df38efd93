using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;
using Npgsql;

namespace Coordination.Benchmarks.Rows;

/// <summary>What a command costs, counted and so with little noise: round trips on the wire, write-ahead log, processor time.</summary>
internal sealed class CostRow : IRow
{
    /// <summary>The trace of the request is stored with its events, and so is in its transaction and in no other.</summary>
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static readonly Target RoundTrips = Target.AtMost(3, 2);

    public string Name => "cost";

    public async Task MeasureAsync(Bench bench, Table table)
    {
        await bench.StopContendersAsync();
        var costs = new Dictionary<ContenderKind, Dictionary<string, Cost>>();
        foreach (var kind in new[] { ContenderKind.Api, ContenderKind.Raw, ContenderKind.Ef })
            costs[kind] = await OfAsync(bench, kind);
        foreach (var (action, api) in costs[ContenderKind.Api])
        {
            var (raw, ef) = (costs[ContenderKind.Raw][action], costs[ContenderKind.Ef][action]);
            table.Add(
                $"{action}: SQL round trips",
                "raw, EF Core peer",
                RoundTrips,
                api.RoundTrips,
                $"{api.RoundTrips:0.##} to {raw.RoundTrips:0.##}, {ef.RoundTrips:0.##}",
                $"{bench.Options.Counted:N0}"
            );
            table.Add(
                $"{action}: bytes of WAL, views included",
                "raw, EF Core peer",
                "",
                $"{api.WalBytes:N0} to {raw.WalBytes:N0}, {ef.WalBytes:N0}",
                $"{bench.Options.Counted:N0}"
            );
            table.Add(
                $"{action}: processor time of the server process, views included",
                "raw, EF Core peer",
                "",
                $"{api.Milliseconds:0.00} ms to {raw.Milliseconds:0.00} ms, {ef.Milliseconds:0.00} ms",
                $"{bench.Options.Counted:N0}"
            );
        }
    }

    private static async Task<Dictionary<string, Cost>> OfAsync(Bench bench, ContenderKind kind)
    {
        var count = bench.Options.Counted;
        var database = await bench.NewDatabaseAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var tap = new WireTap(direct.Port);
        direct.Port = tap.Port;
        await using var contender = await Contender.StartAsync(kind, database, through: direct.ConnectionString);
        await Bench.OpenPlanAsync(contender, 2024);
        var template = await Seeds.NewProgramAsync(contender, ("funding", Bodies.Budget));
        var programs = new SeededPrograms(await Seeds.CopyAsync(contender, template, 0, 2 * count, _ => 2024));
        // Only the product stores the trace; the peers have nothing that runs beside their commands.
        tap.Mark = kind == ContenderKind.Api ? Trace : "";
        return new(StringComparer.Ordinal)
        {
            ["plan"] = await CountAsync(contender, tap, count, () => new("/api/programs", Bodies.Program)),
            ["budget"] = await CountAsync(
                contender,
                tap,
                count,
                programs.Each("funding", Bodies.Budget, isKeyed: false)
            ),
            ["complete"] = await CountAsync(
                contender,
                tap,
                count,
                programs.Each("completion", Bodies.Completion, isKeyed: false)
            ),
        };
    }

    private static async Task<Cost> CountAsync(Contender contender, WireTap tap, int count, Func<Call?> next)
    {
        await SendAsync(contender, count, next);
        var (trips, wal) = (tap.Counted.RoundTrips, await contender.Database.WalAsync());
        var processor = contender.Processor;
        await SendAsync(contender, count, next);
        return new(
            (tap.Counted.RoundTrips - trips) / (double)count,
            (double)(await contender.Database.WalAsync() - wal) / count,
            (contender.Processor - processor).TotalMilliseconds / count
        );
    }

    private static async Task SendAsync(Contender contender, int count, Func<Call?> next)
    {
        var left = count;
        var burst = await ClosedLoop.RunAsync(
            contender,
            RunOptions.Clients,
            TimeSpan.FromMinutes(1),
            () =>
                Interlocked.Decrement(ref left) >= 0
                    ? next()! with
                    {
                        Header = "traceparent",
                        Value = $"00-{Trace}-00f067aa0ba902b7-00",
                    }
                    : null
        );
        if (burst.Accepted != count)
            throw new InvalidOperationException($"{contender.Kind.Name}: {burst.Refused?.Text}");
        await contender.SettleAsync();
    }

    private sealed record Cost(double RoundTrips, double WalBytes, double Milliseconds);
}
