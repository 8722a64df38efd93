using Coordination.Api.Http;
using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace Coordination.Api.Commands;

/// <summary>Gives a command its turn, and tries it again with what the winner has left when it loses a race.</summary>
internal sealed partial class CommandTurns(CommandGate gate, ILogger<CommandTurns> logger)
{
    private const int Tries = 10;

    /// <summary>What <paramref name="tryOnce"/> comes to, or the problem of one that has no turn or loses every race.</summary>
    internal async Task<T> RunAsync<T>(Func<Task<T>> tryOnce, Func<Problem, T> refuse, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(cancellation);
        if (turn is null)
            return refuse(Problem.Busy());
        for (var attempt = 1; ; attempt++)
            try
            {
                return await tryOnce();
            }
            catch (Exception race) when (IsLostRace(race))
            {
                LogLostRace(logger, attempt, race.Message);
                if (attempt == Tries)
                    return refuse(Problem.LostRace());
            }
    }

    private static bool IsLostRace(Exception exception) =>
        exception
            is ConcurrencyException
                or EventStreamUnexpectedMaxEventIdException
                or JasperFx.Events.ExistingStreamIdCollisionException
                or Marten.Exceptions.ExistingStreamIdCollisionException
        || (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected;

    [LoggerMessage(LogLevel.Information, "A command lost a race, for the {Attempt}. time: {Race}")]
    private static partial void LogLostRace(ILogger logger, int attempt, string race);
}
