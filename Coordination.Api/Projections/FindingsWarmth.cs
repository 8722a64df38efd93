using Coordination.Api.EventStore;
using Npgsql;

namespace Coordination.Api.Projections;

/// <summary>
/// Looks at the kept plans when the projection has moved them on, so that the next reader finds little to do; from the start on at those
/// that changed last. It takes a tenth of one processor at most, and nothing of the projection's own way.
/// </summary>
internal sealed partial class FindingsWarmth(
    NpgsqlDataSource dataSource,
    FindingsKeeper keeper,
    TimeProvider clock,
    ILogger<FindingsWarmth> logger
) : BackgroundService
{
    private const int Share = 10;
    private const int FirstPlans = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            var pause = Pause;
            try
            {
                await LookAsync(isFirst, stoppingToken);
                isFirst = false;
                pause = TimeSpan.FromTicks(Math.Max(Pause.Ticks, clock.GetElapsedTime(started).Ticks * Share));
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // Whoever reads is told; here there is nobody.
                LogPostponed(logger, away);
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task LookAsync(bool isFirst, CancellationToken cancellation)
    {
        var kept = keeper.Kept;
        if (kept.Count == 0 && !isFirst)
            return;
        foreach (var (plan, position) in await PositionsAsync([.. kept.Select(entry => entry.Plan)], cancellation))
            if (kept.FirstOrDefault(entry => entry.Plan == plan).Kept?.Last?.State.Position != position)
                await keeper.LookAsync(plan);
    }

    /// <summary>Of these plans, or when there are none of those that changed last.</summary>
    private async Task<List<(string Plan, long Position)>> PositionsAsync(
        string[] plans,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select plan, position from {StoreTables.BoardAnswers}
            where plan = any($1) or cardinality($1) = 0 order by position desc limit $2
            """
        );
        command.Parameters.Add(new() { Value = plans });
        command.Parameters.Add(new() { Value = plans.Length == 0 ? FirstPlans : plans.Length });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var positions = new List<(string, long)>();
        while (await reader.ReadAsync(cancellation))
            positions.Add((reader.GetString(0), reader.GetInt64(1)));
        return positions;
    }

    [LoggerMessage(LogLevel.Debug, "The findings were not looked at ahead of their readers")]
    private static partial void LogPostponed(ILogger logger, Exception exception);
}
