using System.Collections.Concurrent;

namespace Coordination.Benchmarks.Contenders;

/// <summary>
/// What was acknowledged must be stored, once and in order; a figure without that is worth nothing. Opened before the load, closed
/// after it.
/// </summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Contender, long> acknowledged = new();
    private readonly Dictionary<Contender, long> before = [];

    internal static async Task<Ledger> OpenAsync(params Contender[] contenders)
    {
        var ledger = new Ledger();
        foreach (var contender in contenders.Distinct())
            ledger.before[contender] = await CountAsync(contender);
        return ledger;
    }

    internal void Acknowledge(Contender contender, long commands) =>
        acknowledged.AddOrUpdate(contender, commands, (_, sum) => sum + commands);

    internal async Task CloseAsync()
    {
        foreach (var (contender, start) in before)
        {
            var stored = await CountAsync(contender) - start;
            var answered = acknowledged.GetValueOrDefault(contender);
            if (stored != answered)
                throw new LedgerException(
                    $"{contender.Kind.Name} acknowledged {answered} commands and stored {stored}."
                );
            if (await contender.Database.ReadAsync<string>(contender.Kind.BrokenSql) is { } broken)
                throw new LedgerException($"{contender.Kind.Name}: the versions are not 1 … n: {broken}.");
        }
    }

    private static Task<long> CountAsync(Contender contender) =>
        contender.Database.ReadAsync<long>(contender.Kind.CountSql);
}

internal sealed class LedgerException(string message) : Exception(message);
