using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>Takes every command on a plan, whoever brings it.</summary>
internal sealed class PlanDesk(CommandRunner runner)
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
}
