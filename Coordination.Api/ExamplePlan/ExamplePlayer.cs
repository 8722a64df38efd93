using Coordination.Api.Assessments;
using Coordination.Api.Commands;
using Coordination.Api.Coverage;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Marten;
using Npgsql;

namespace Coordination.Api.ExamplePlan;

/// <summary>
/// Plays the example into an empty store before the first request is taken, through the same deciders as any command, dated as it
/// happened. A load that was killed goes on where it stopped: what is done is known by the keys of its events.
/// </summary>
internal sealed partial class ExamplePlayer(
    NpgsqlDataSource dataSource,
    IDocumentStore store,
    PlanDesk plans,
    ProgramDesk programs,
    AssessmentDesk assessments,
    CoverageDesk coverage,
    ILogger<ExamplePlayer> logger
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        var load = await session.LoadAsync<ExampleLoad>(ExampleCommands.PlanId, cancellationToken);
        if (load is { IsComplete: true } || (load is null && !await IsEmptyAsync(cancellationToken)))
            return;
        var commands = ExampleCommands.All();
        var begun = new ExampleLoad(ExampleCommands.PlanId, ExampleLoad.FingerprintOf(commands), IsComplete: false);
        if (load is not null && load != begun)
        {
            LogOfAnotherVersion(logger, ExampleCommands.PlanId);
            return;
        }
        await SaveAsync(session, begun, cancellationToken);
        if (await PlayAsync(commands, cancellationToken))
            await SaveAsync(session, begun with { IsComplete = true }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> PlayAsync(IReadOnlyList<ExampleCommand> commands, CancellationToken cancellation)
    {
        var done = await DoneAsync(cancellation);
        for (var i = 0; i < commands.Count; i++)
        {
            if (i % 200 == 0)
                LogProgress(logger, ExampleCommands.PlanId, i, commands.Count);
            if (done.Contains(commands[i].Key))
                continue;
            if (await PlayAsync(commands[i], cancellation) is { } problem)
            {
                LogRefused(logger, commands[i].Key, problem.Detail);
                return false;
            }
        }
        LogProgress(logger, ExampleCommands.PlanId, commands.Count, commands.Count);
        return true;
    }

    private async Task<Problem?> PlayAsync(ExampleCommand command, CancellationToken cancellation)
    {
        var context = new CommandContext
        {
            Caller = ExampleCommands.Caller,
            Method = "PLAY",
            Path = ExampleCommands.PlanId,
            IdempotencyKey = command.Key,
            Now = command.At,
            IsDated = true,
        };
        return command.Command switch
        {
            OpenPlan open => (await plans.OpenAsync(open, context, cancellation)).Problem,
            PlanProgram planning => (
                await programs.PlanAsync(
                    planning,
                    context,
                    cancellation,
                    command.Subject[^ProgramNumber.SuffixLength..]
                )
            ).Problem,
            IAssessmentCommand assessment => (
                await assessments.HandleAsync(command.Subject, assessment, context, cancellation)
            ).Problem,
            ReportCoverage report => (await coverage.HandleAsync(report, context, cancellation)).Problem,
            var other => (
                await programs.HandleAsync(command.Subject, (IProgramCommand)other, context, cancellation)
            ).Problem,
        };
    }

    private static async Task SaveAsync(IDocumentSession session, ExampleLoad load, CancellationToken cancellation)
    {
        session.Store(load);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select not exists (select from {StoreSetup.Schema}.mt_events)"
        );
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<HashSet<string>> DoneAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            select distinct headers->>'{EventHeaders.IdempotencyKey}' from {StoreSetup.Schema}.mt_events
            where user_name = $1
            """
        );
        command.Parameters.Add(new() { Value = ExampleCommands.Account });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            done.Add(reader.GetString(0));
        return done;
    }

    [LoggerMessage(LogLevel.Information, "Playing the example plan {Plan} (contoh): {Done} of {All} commands")]
    private static partial void LogProgress(ILogger logger, string plan, int done, int all);

    [LoggerMessage(
        LogLevel.Warning,
        "The example plan {Plan} was begun by another version and stays as it is, unfinished"
    )]
    private static partial void LogOfAnotherVersion(ILogger logger, string plan);

    [LoggerMessage(LogLevel.Error, "The example stops at {Key}, which was refused: {Detail}")]
    private static partial void LogRefused(ILogger logger, string key, string detail);
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
