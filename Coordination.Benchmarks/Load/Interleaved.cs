using Coordination.Benchmarks.Contenders;
using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Load;

/// <summary>One side of a comparison: who is asked what.</summary>
internal sealed record Lane(string Name, Contender Contender, Func<Call?> Next, int Clients = RunOptions.Clients)
{
    internal List<double> Rates { get; } = [];

    internal int Accepted { get; set; }

    internal double Median => Rates.Median();

    internal string Shown => $"{Median:N0}/s ({Rates.Spread()})";
}

/// <summary>
/// Rounds of a few seconds in which every lane has its turn, each time in another order: what the machine does meanwhile meets all
/// of them alike.
/// </summary>
internal static class Interleaved
{
    internal static async Task RunAsync(RunOptions options, Ledger ledger, params Lane[] lanes)
    {
        foreach (var lane in lanes)
            await BurstAsync(lane, options.WarmUp, ledger);
        await RoundsAsync(options.Rounds, options.Round, ledger, lanes);
    }

    internal static async Task RoundsAsync(int rounds, TimeSpan duration, Ledger ledger, params Lane[] lanes)
    {
        for (var round = 0; round < rounds; round++)
        for (var turn = 0; turn < lanes.Length; turn++)
        {
            var lane = lanes[(round + turn) % lanes.Length];
            lane.Rates.Add((await BurstAsync(lane, duration, ledger)).Rate);
        }
        await ledger.CloseAsync();
    }

    private static async Task<Burst> BurstAsync(Lane lane, TimeSpan duration, Ledger ledger)
    {
        var burst = await ClosedLoop.RunAsync(lane.Contender, lane.Clients, duration, lane.Next);
        if (burst.Refused is { } refused)
            throw new InvalidOperationException($"{lane.Name} answers {refused.Status}: {refused.Text}");
        if (burst.Accepted == 0)
            throw new InvalidOperationException($"{lane.Name} has run out of programs: seed more.");
        lane.Accepted += burst.Accepted;
        ledger.Acknowledge(lane.Contender, burst.Accepted);
        await lane.Contender.SettleAsync();
        return burst;
    }
}
