using Coordination.Api.Commands;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Npgsql;

namespace Coordination.Api.Meetings;

/// <summary>Takes every command on a meeting, whoever brings it.</summary>
internal sealed class MeetingDesk(
    CommandRunner runner,
    FindingsKeeper findings,
    PlanPoints points,
    MinutesReader minutes,
    ChainBuilder chain,
    NpgsqlDataSource dataSource
)
{
    /// <summary>How often minutes are made anew when the meeting goes on meanwhile.</summary>
    private const int MostDrafts = 5;

    internal async Task<CommandResult<Meeting>> ScheduleAsync(
        ScheduleMeeting command,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        // What cannot be a plan is not asked for: the decision refuses it, naming the field.
        var isPlan = Plan.IsWellFormedId(command.Plan);
        var number = isPlan ? await NextNumberAsync(command.Plan, cancellation) : 0;
        var found = isPlan && command.Agenda is null ? await findings.LookAsync(command.Plan) : null;
        var lookedUp = new LookedUp { Findings = found?.Findings ?? [] };
        return await runner.RunAsync(
            () => On(Meeting.IdOf(command.Plan, number++), command.Plan, command, context, lookedUp),
            context,
            cancellation
        );
    }

    internal async Task<CommandResult<Meeting>> HandleAsync(
        string id,
        IMeetingCommand command,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        if (!Meeting.IsWellFormedId(id))
            return Problem.Unknown($"There is no meeting '{id}'.");
        for (var draft = 1; ; draft++)
        {
            var (lookedUp, problem) = await LookUpAsync(id, command, cancellation);
            if (problem is not null)
                return problem;
            var result = await runner.RunAsync(
                () => On(id, Meeting.PlanOf(id), command, context, lookedUp!),
                context,
                cancellation
            );
            if (draft == MostDrafts || result.Problem?.Errors.Any(error => error.Code == "meeting-went-on") != true)
                return result;
        }
    }

    private static MeetingCommandOn On(
        string id,
        string plan,
        IMeetingCommand command,
        CommandContext context,
        LookedUp lookedUp
    ) => new(id, plan, command, context.Now, lookedUp);

    private async Task<(LookedUp? LookedUp, Problem? Problem)> LookUpAsync(
        string id,
        IMeetingCommand command,
        CancellationToken cancellation
    )
    {
        var plan = Meeting.PlanOf(id);
        if (command is OpenMeeting)
        {
            var (position, problem) = await points.LastAsync(plan, cancellation);
            return (new() { Position = position ?? 0 }, problem);
        }
        if (command is CloseMeeting)
        {
            // What the minutes tell of is in the chain before its head is printed in them.
            if (await chain.CatchUpAsync(cancellation) is not { } head)
                return (null, Problem.NotYet("the last event"));
            var (draft, problem) = await minutes.DraftAsync(
                id,
                new(head.Batch, head.Digest, head.Position),
                cancellation
            );
            return (new() { Minutes = draft }, problem);
        }
        return NamedBy(command) is { } finding
            ? (new() { Finding = await findings.FindAsync(plan, finding, cancellation) }, null)
            : (LookedUp.Nothing, null);
    }

    private static string? NamedBy(IMeetingCommand command) =>
        command switch
        {
            RecordDecision { Decision: Domain.Harmonization.Decisions.Accept accept } => accept.Finding,
            RecordDecision c => c.Finding,
            AssignFollowUp c => c.Finding ?? (c.Expects as FindingGone)?.Finding,
            _ => null,
        };

    private async Task<int> NextNumberAsync(string plan, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(
            $"select coalesce(max(right(id, 3)::int), 0) + 1 from {StoreSetup.Schema}.mt_streams where id ^@ $1"
        );
        command.Parameters.Add(new() { Value = StreamKeys.Meeting($"{plan}-") });
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
