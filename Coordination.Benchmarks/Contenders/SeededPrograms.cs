using System.Collections.Concurrent;
using Coordination.Benchmarks.Load;

namespace Coordination.Benchmarks.Contenders;

/// <summary>Programs of which each is asked once for each action, whichever lane asks: equal work for every request.</summary>
internal sealed class SeededPrograms(string[] ids)
{
    private readonly ConcurrentDictionary<string, Cursor> cursors = new(StringComparer.Ordinal);

    internal Func<Call?> Each(string action, byte[] body, bool isKeyed)
    {
        var cursor = cursors.GetOrAdd(action, _ => new());
        return () =>
            cursor.Next() is var index && index < ids.Length
                ? Keyed(new($"/api/programs/{ids[index]}/{action}", body), isKeyed)
                : null;
    }

    internal static Call Keyed(Call call, bool isKeyed) =>
        isKeyed ? call with { Header = "Idempotency-Key", Value = $"{Guid.NewGuid():N}" } : call;

    private sealed class Cursor
    {
        private int next = -1;

        internal int Next() => Interlocked.Increment(ref next);
    }
}
