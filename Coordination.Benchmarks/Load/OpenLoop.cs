using System.Diagnostics;
using HdrHistogram;

namespace Coordination.Benchmarks.Load;

/// <summary>
/// Requests at a fixed rate whether or not earlier ones are answered, each timed from when it was to be sent: a server that stalls
/// is charged for all who wait meanwhile (no coordinated omission).
/// </summary>
internal static class OpenLoop
{
    private const long LongestMicroseconds = 60_000_000;

    /// <summary>Calls <paramref name="send"/> with the timestamp at which each request is due; ends when all are answered.</summary>
    internal static async Task RunAsync(double perSecond, TimeSpan duration, Func<long, Task> send)
    {
        var total = (int)(perSecond * duration.TotalSeconds);
        var started = Stopwatch.GetTimestamp();
        var sent = new List<Task>(total);
        while (sent.Count < total)
        {
            var due = started + (long)(sent.Count / perSecond * Stopwatch.Frequency);
            if (Stopwatch.GetTimestamp() < due)
                await Task.Delay(1);
            else
                sent.Add(Task.Run(() => send(due)));
        }
        await Task.WhenAll(sent);
    }

    internal static LongConcurrentHistogram NewHistogram() => new(1, LongestMicroseconds, 3);

    internal static void RecordSince(this LongConcurrentHistogram histogram, long due) =>
        histogram.RecordValue(
            Math.Clamp((long)Stopwatch.GetElapsedTime(due).TotalMicroseconds, 1, LongestMicroseconds)
        );

    internal static double Milliseconds(this LongConcurrentHistogram histogram, double percentile) =>
        histogram.GetValueAtPercentile(percentile) / 1000.0;

    internal static string Shown(this LongConcurrentHistogram histogram) =>
        $"p50 {histogram.Milliseconds(50):0.0} ms, p99 {histogram.Milliseconds(99):0.0} ms";
}
