using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>
/// <c>POST /api/programs</c>. The answer says what the program raises, but nobody is kept waiting for that: while its plan is looked at for
/// the first time the answer has no <c>findings</c>.
/// </summary>
internal static class PlanProgramEndpoint
{
    internal static async Task<IResult> PostAsync(
        PlanProgram command,
        CommandContext context,
        ProgramDesk desk,
        FindingsKeeper findings,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var result = await desk.PlanAsync(command, context, cancellation, findings: findings);
        return result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/programs/{accepted.State.Id}",
                    ProgramView.Of(accepted, command) with
                    {
                        Findings = accepted.Raised,
                    }
                )
        );
    }
}
