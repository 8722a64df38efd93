using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>
/// One command over HTTP by 16 clients, side by side: the product without and with an idempotency key, the raw peer, the EF Core
/// peer.
/// </summary>
internal sealed class CommandRow : IRow
{
    private readonly string action;
    private readonly byte[] body;
    private readonly string rawWork;

    private CommandRow(string name, string action, byte[] body, string rawWork) =>
        (Name, this.action, this.body, this.rawWork) = (name, action, body, rawWork);

    internal static CommandRow Plan { get; } = new("plan", "", Bodies.Program, "one `INSERT … RETURNING`");

    internal static CommandRow Budget { get; } = new("budget", "funding", Bodies.Budget, "`SELECT` + `INSERT`");

    internal static CommandRow Complete { get; } =
        new("complete", "completion", Bodies.Completion, "`SELECT` + `INSERT`");

    public string Name { get; }

    public async Task MeasureAsync(Bench bench, Table table)
    {
        var plain = await LaneAsync(bench, ContenderKind.Api);
        var keyed = await LaneAsync(bench, ContenderKind.Api, isKeyed: true);
        var raw = await LaneAsync(bench, ContenderKind.Raw);
        var ef = await LaneAsync(bench, ContenderKind.Ef);
        var ledger = await Ledger.OpenAsync(plain.Contender, raw.Contender, ef.Contender);
        await Interleaved.RunAsync(bench.Options, ledger, raw, plain, keyed, ef);
        if (action.Length == 0)
        {
            bench.RememberSaturation(ContenderKind.Raw, raw.Median);
            bench.RememberSaturation(ContenderKind.Api, plain.Median);
        }

        var clients = $"{RunOptions.Clients} clients";
        Compare(
            table,
            $"{Name} a program, {clients}",
            $"Kestrel + Npgsql, {rawWork}",
            Target.AtLeast(0.4, 0.7),
            plain,
            raw
        );
        Compare(table, $"{Name} with `Idempotency-Key`", "without", Target.AtLeast(0.75, 0.9), keyed, plain);
        Compare(table, $"{Name} a program", "EF Core CRUD + audit row", Target.AtLeast(1, 1.3), plain, ef);
    }

    private static void Compare(Table table, string what, string with, Target target, Lane one, Lane other)
    {
        var ratio = one.Median / other.Median;
        table.Add(
            what,
            with,
            target,
            ratio,
            $"{ratio:0.00}: {one.Shown} to {other.Shown}",
            $"{one.Accepted:N0} / {other.Accepted:N0}"
        );
    }

    private async Task<Lane> LaneAsync(Bench bench, ContenderKind kind, bool isKeyed = false)
    {
        var contender = await bench.ContenderAsync(kind);
        var name = $"{kind.Name} {Name}";
        if (action.Length == 0)
            return new(name, contender, () => SeededPrograms.Keyed(new("/api/programs", body), isKeyed));
        return new(name, contender, (await bench.ProgramsAsync(kind)).Each(action, body, isKeyed));
    }
}
