using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Load;

namespace Coordination.Benchmarks;

/// <summary>What the rows share: one PostgreSQL, and one of each contender, started when the first row asks for it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DurablePostgres postgres;
    private readonly Dictionary<ContenderKind, Contender> contenders = [];
    private readonly Dictionary<ContenderKind, SeededPrograms> programs = [];
    private readonly Dictionary<ContenderKind, double> saturations = [];
    private int databases;

    private Bench(RunOptions options, DurablePostgres postgres) => (Options, this.postgres) = (options, postgres);

    internal RunOptions Options { get; }

    internal static async Task<Bench> StartAsync(RunOptions options) =>
        new(options, await DurablePostgres.StartAsync());

    internal Task<DatabaseUnderTest> NewDatabaseAsync() => postgres.CreateAsync($"bench_{++databases}");

    /// <summary>The contender that most rows share, with the plan of 2024 open.</summary>
    internal async Task<Contender> ContenderAsync(ContenderKind kind)
    {
        if (contenders.TryGetValue(kind, out var running))
            return running;
        var started = await Contender.StartAsync(kind, await NewDatabaseAsync());
        contenders[kind] = started;
        await OpenPlanAsync(started, 2024);
        return started;
    }

    internal static async Task OpenPlanAsync(Contender contender, int year)
    {
        if (contender.Kind != ContenderKind.Raw)
            await contender.PostAsync("/api/plans", Bodies.OpenPlan(year));
    }

    /// <summary>Programs with an allocated line, so that one can be budgeted further or completed.</summary>
    internal async Task<SeededPrograms> ProgramsAsync(ContenderKind kind)
    {
        if (programs.TryGetValue(kind, out var seeded))
            return seeded;
        var contender = await ContenderAsync(kind);
        var template = await Seeds.NewProgramAsync(contender, ("funding", Bodies.Budget));
        var ids = await Seeds.CopyAsync(contender, template, from: 0, Options.SeededPrograms(kind), _ => 2024);
        return programs[kind] = new(ids);
    }

    /// <summary>How many programs a second a contender can plan; the rows on latency load it with half of that.</summary>
    internal async Task<double> SaturationAsync(ContenderKind kind)
    {
        if (saturations.TryGetValue(kind, out var known))
            return known;
        var contender = await ContenderAsync(kind);
        Call call = new("/api/programs", Bodies.Program);
        await ClosedLoop.RunAsync(contender, RunOptions.Clients, Options.WarmUp, () => call);
        var burst = await ClosedLoop.RunAsync(contender, RunOptions.Clients, Options.WarmUp, () => call);
        await contender.SettleAsync();
        return saturations[kind] = burst.Rate;
    }

    internal void RememberSaturation(ContenderKind kind, double perSecond) => saturations[kind] = perSecond;

    /// <summary>Makes room for a row that starts contenders of its own: their connections, and the processor.</summary>
    internal async Task StopContendersAsync()
    {
        foreach (var contender in contenders.Values)
            await contender.DisposeAsync();
        contenders.Clear();
        programs.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopContendersAsync();
        await postgres.DisposeAsync();
    }
}
