using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>Takes every command on a program, whoever brings it: an endpoint, an import, the example.</summary>
internal sealed class ProgramDesk(CommandRunner runner)
{
    internal Task<CommandResult<SpbeProgram>> PlanAsync(
        PlanProgram command,
        CommandContext context,
        CancellationToken cancellation,
        string? suffix = null,
        FindingsKeeper? findings = null
    ) => runner.RunAsync(() => ProgramCommandOn.New(command, context.Now, suffix, findings), context, cancellation);

    internal async Task<CommandResult<SpbeProgram>> HandleAsync(
        string id,
        IProgramCommand command,
        CommandContext context,
        CancellationToken cancellation
    ) =>
        ProgramNumber.IsWellFormed(id)
            ? await runner.RunAsync(() => ProgramCommandOn.Existing(id, command, context.Now), context, cancellation)
            : Problem.UnknownProgram(id);
}
