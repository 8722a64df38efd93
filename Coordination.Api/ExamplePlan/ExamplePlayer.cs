using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Npgsql;

namespace Coordination.Api.ExamplePlan;

/// <summary>
/// Plays the example into an empty store before the first request is taken, through the same deciders as any command, dated as it
/// happened. A load that was killed goes on where it stopped: what is done is known by the keys of its events.
/// </summary>
internal sealed partial class ExamplePlayer(
    NpgsqlDataSource dataSource,
    PlanDesk plans,
    ProgramDesk programs,
    ILogger<ExamplePlayer> logger
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await BelongsHereAsync(cancellationToken))
            return;
        var commands = ExampleCommands.All();
        var done = await DoneAsync(cancellationToken);
        for (var i = 0; i < commands.Count; i++)
        {
            if (!done.Contains(commands[i].Key))
                await PlayAsync(commands[i], cancellationToken);
            if ((i + 1) % (commands.Count / 5) == 0 && done.Count < commands.Count)
                LogProgress(logger, ExampleCommands.PlanId, i + 1, commands.Count);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PlayAsync(ExampleCommand command, CancellationToken cancellation)
    {
        var context = new CommandContext
        {
            Account = ExampleCommands.Account,
            Method = "PLAY",
            Path = ExampleCommands.PlanId,
            IdempotencyKey = command.Key,
            Now = command.At,
            IsDated = true,
        };
        var problem = command.Command switch
        {
            OpenPlan open => (await plans.OpenAsync(open, context, cancellation)).Problem,
            PlanProgram planning => (
                await programs.PlanAsync(planning, context, cancellation, command.Program!.Suffix)
            ).Problem,
            var other => (
                await programs.HandleAsync(command.Program!.Number, (IProgramCommand)other, context, cancellation)
            ).Problem,
        };
        if (problem is not null)
            throw new InvalidOperationException($"The example's command {command.Key} was refused: {problem.Detail}");
    }

    /// <summary>An empty store, or one in which the example was begun.</summary>
    private async Task<bool> BelongsHereAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select not exists (select from {StoreSetup.Schema}.mt_events)
                or exists (select from {StoreSetup.Schema}.mt_events
                           where stream_id = $1 and version = 1 and user_name = $2)
            """
        );
        command.Parameters.Add(new() { Value = StreamKeys.Plan(ExampleCommands.PlanId) });
        command.Parameters.Add(new() { Value = ExampleCommands.Account });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<HashSet<string>> DoneAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select distinct headers->>'{EventHeaders.IdempotencyKey}' from {StoreSetup.Schema}.mt_events
            where data->>'plan' = $1 and user_name = $2
            """
        );
        command.Parameters.Add(new() { Value = ExampleCommands.PlanId });
        command.Parameters.Add(new() { Value = ExampleCommands.Account });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            done.Add(reader.GetString(0));
        return done;
    }

    [LoggerMessage(LogLevel.Information, "Playing the example plan {Plan} (contoh): {Done} of {All} commands")]
    private static partial void LogProgress(ILogger logger, string plan, int done, int all);
}

/// <summary>Whether this app plays the example.</summary>
internal static class ExampleSetup
{
    internal static void AddExample(this IServiceCollection services, bool plays)
    {
        if (plays)
            services.AddHostedService<ExamplePlayer>();
    }
}
