using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>
/// The database is often started at the same time, or again: a service that ended because it was first would need somebody to start
/// it again. What waiting cannot mend, a wrong password or name, is said at once.
/// </summary>
internal static class DatabaseWait
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>None once the database answers, else why it does not, for the person who started the application.</summary>
    internal static async Task<string?> ForAsync(string connectionString, TextWriter log)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var where = new NpgsqlConnectionStringBuilder(connectionString);
        var place = $"The database '{where.Database}' at {where.Host}:{where.Port}";
        var started = TimeProvider.System.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return null;
            }
            catch (NpgsqlException refusal) when (!CanPass(refusal))
            {
                return $"{place} refuses this service: {refusal.Message}";
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException)
            {
                if (TimeProvider.System.GetElapsedTime(started) > Patience)
                    return $"{place} has not answered for {Patience.TotalSeconds:0} s: {away.Message}";
                if (isFirst)
                    await log.WriteLineAsync($"{place} does not answer yet; waiting. ({away.Message})");
            }
            await Task.Delay(Pause);
        }
    }

    /// <summary>Nobody there, starting up, or no connection left: the next try may meet another answer.</summary>
    private static bool CanPass(NpgsqlException refusal) =>
        refusal is not PostgresException postgres
        || postgres.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections;
}
