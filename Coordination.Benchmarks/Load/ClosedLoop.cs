using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Benchmarks.Contenders;

namespace Coordination.Benchmarks.Load;

/// <summary>Clients that each send their next request when the last is answered: finds how much a server can do.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs until the time is up or <paramref name="next"/> has no more.</summary>
    internal static async Task<Burst> RunAsync(Contender contender, int clients, TimeSpan duration, Func<Call?> next)
    {
        var statuses = new ConcurrentDictionary<int, int>();
        Reply? refused = null;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(ClientAsync)));
        return new(statuses, Stopwatch.GetElapsedTime(started), refused);

        async Task ClientAsync()
        {
            while (Stopwatch.GetElapsedTime(started) < duration && next() is { } call)
            {
                var reply = await call.SendAsync(contender.Client);
                statuses.AddOrUpdate(reply.Status, 1, (_, count) => count + 1);
                if (!reply.IsAccepted)
                    refused = reply;
            }
        }
    }
}

/// <summary>What a burst of requests came to.</summary>
internal sealed record Burst(IReadOnlyDictionary<int, int> Statuses, TimeSpan Elapsed, Reply? Refused)
{
    internal int Accepted => Statuses.Where(status => status.Key is >= 200 and < 400).Sum(status => status.Value);

    internal double Rate => Accepted / Elapsed.TotalSeconds;
}
