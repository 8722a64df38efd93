using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>Takes every command on a plan, whoever brings it.</summary>
internal sealed class PlanDesk(CommandRunner runner, FindingsKeeper findings)
{
    internal Task<CommandResult<Plan>> OpenAsync(
        OpenPlan command,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        var id = Plan.IdOf(command.Province, command.Year);
        // What cannot be a plan's id is not asked for: the decision refuses it, naming the field.
        return runner.RunAsync(
            () => new PlanCommandOn(Plan.IsWellFormedId(id) ? id : "", command),
            context,
            cancellation
        );
    }

    internal async Task<CommandResult<Plan>> HandleAsync(
        string id,
        IPlanCommand command,
        CommandContext context,
        CancellationToken cancellation
    ) =>
        Plan.IsWellFormedId(id)
            ? await runner.RunAsync(() => new PlanCommandOn(id, command), context, cancellation)
            : Problem.UnknownPlan(id);

    /// <summary>A command on a finding as it is when the command comes; what changes it meanwhile makes it changed since.</summary>
    internal async Task<CommandResult<Plan>> HandleAsync(
        string id,
        string finding,
        IPlanCommand command,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(id))
            return Problem.UnknownPlan(id);
        // Not in the command's transaction, which has a connection already.
        var current = await findings.FindAsync(id, finding, cancellation);
        return await runner.RunAsync(() => new PlanCommandOn(id, command, current), context, cancellation);
    }
}
