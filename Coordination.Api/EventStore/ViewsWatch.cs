using System.Diagnostics.Metrics;
using Coordination.Api.Observability;
using Coordination.Domain;
using JasperFx;
using JasperFx.Events.Daemon;
using Npgsql;

namespace Coordination.Api.EventStore;

/// <summary>
/// Watches that the views follow the events: raises an alarm when they do not, says why, and starts a projection again that stopped
/// when the database was away. An event that cannot be projected is never skipped: the views wait for whoever mends it.
/// </summary>
internal sealed partial class ViewsWatch(
    NpgsqlDataSource dataSource,
    Marten.Events.Daemon.Coordination.IProjectionCoordinator projections,
    TimeProvider clock,
    ILogger<ViewsWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Another node takes over within a quarter of a minute; what stands still for longer needs somebody to look.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ViewsProgress progress = new(clock);

    /// <summary>How old the figures of the views are, at least, as of the last look a second ago; zero while they keep up.</summary>
    internal TimeSpan Age => progress.Age;

    /// <summary>How the views stand, as of now.</summary>
    internal async Task<ViewsJudgement> JudgeAsync(CancellationToken cancellation)
    {
        var (seen, last, dead) = await ReadAsync(cancellation);
        progress.Note(seen, last);
        var failures = (await FailedAsync()).Select(agent => agent.Failure!);
        return progress switch
        {
            _ when dead > 0 => new(
                false,
                $"{dead} events have been given up by a projection and lie among the dead letters"
            ),
            { IsBehind: true } when failures.FirstOrDefault(failure => !Passes(failure)) is { } failure => new(
                false,
                $"the views stand at position {seen} of {last} and skip nothing: {Sentence(failure)}"
            ),
            _ when progress.StandsFor > Patience => new(
                false,
                $"the views have stood at position {seen} of {last} for {progress.StandsFor.TotalSeconds:0} s"
            ),
            _ => new(progress.HaveCaughtUp, $"the views have seen position {seen} of {last}"),
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(Telemetry.Meter);
        meter.CreateObservableGauge(
            "coordination.views.lag",
            () => progress.Lag,
            "{events}",
            "How far the views are behind."
        );
        using var timer = new PeriodicTimer(Pause, clock);
        var isAlarmed = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var judgement = await LookAsync(stoppingToken);
            var isBad = !judgement.IsGood && progress.HaveCaughtUp;
            if (isBad && !isAlarmed)
                LogAlarm(logger, judgement.Sentence);
            else if (!isBad && isAlarmed)
                LogRecovery(logger, judgement.Sentence);
            isAlarmed = isBad;
        }
    }

    private async Task<ViewsJudgement> LookAsync(CancellationToken cancellation)
    {
        try
        {
            var judgement = await JudgeAsync(cancellation);
            await ReviveAsync(cancellation);
            return judgement;
        }
        catch (Exception away) when (!cancellation.IsCancellationRequested)
        {
            progress.Forget();
            return new(false, $"the views cannot be watched: {away.Message}");
        }
    }

    /// <summary>Nobody else does: a lone node leaves a paused projection paused, whatever it was that paused it.</summary>
    private async Task ReviveAsync(CancellationToken cancellation)
    {
        foreach (var daemon in await projections.AllDaemonsAsync())
        foreach (var agent in daemon.CurrentAgents().Where(HasFailed))
            if (IsDue(agent.Failure!))
                await daemon.StartAgentAsync(agent.Name, cancellation);
    }

    /// <summary>What passes by itself is tried soon; the rest now and then, so that what was mended goes on without a restart.</summary>
    private bool IsDue(ShardFailure failure)
    {
        var pause = Passes(failure) ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(10);
        return progress.StandsFor > pause && clock.GetUtcNow() - failure.OccurredAt > pause;
    }

    /// <summary>Whether it is the database's trouble, not that of an event or of two nodes at odds.</summary>
    private static bool Passes(ShardFailure failure) =>
        failure.IsTransient || failure.Category == ShardFailureCategory.Other;

    private static bool HasFailed(ISubscriptionAgent agent) =>
        agent.Status != AgentStatus.Running && agent.Failure is not null;

    /// <summary>The projections of this node that have failed; there are none on a node that runs none.</summary>
    private async Task<IEnumerable<ISubscriptionAgent>> FailedAsync() =>
        (await projections.AllDaemonsAsync()).SelectMany(daemon => daemon.CurrentAgents()).Where(HasFailed);

    private static string Sentence(ShardFailure failure) =>
        failure.Event is { } at
            ? $"event {at.Sequence} ({at.EventTypeName}, stream '{at.StreamKey}') cannot be projected: {failure.Message}"
            : failure.Message;

    private async Task<(long Seen, long Last, long Dead)> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        var seen = await Positions.SeenAsync(connection, cancellation);
        var last = await Positions.LastAsync(connection, cancellation);
        await using var command = new NpgsqlCommand(
            $"select count(*) from {StoreSetup.Schema}.mt_doc_deadletterevent",
            connection
        );
        return (seen, last, (long)(await command.ExecuteScalarAsync(cancellation))!);
    }

    [LoggerMessage(LogLevel.Critical, "The views do not follow the events: {Reason}.")]
    private static partial void LogAlarm(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "The views follow the events again: {State}.")]
    private static partial void LogRecovery(ILogger logger, string state);
}

/// <summary>Whether the views are good to read, in a sentence.</summary>
internal sealed record ViewsJudgement(bool IsGood, string Sentence);
