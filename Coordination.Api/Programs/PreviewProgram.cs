using Coordination.Api.Commands;
using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>What planning a program would answer.</summary>
/// <param name="Accepted">Whether it would be accepted.</param>
/// <param name="Rejections">Every rule it breaks.</param>
/// <param name="Warnings">What the planner should know.</param>
internal sealed record ProgramPreview(
    bool Accepted,
    IReadOnlyList<Rejection> Rejections,
    IReadOnlyList<Warning> Warnings
);

/// <summary><c>POST /api/programs/preview</c>.</summary>
internal static class PreviewProgram
{
    internal static async Task<ProgramPreview> PostAsync(
        PlanProgram command,
        TimeProvider clock,
        CommandRunner runner,
        CancellationToken cancellation
    )
    {
        var outcome = await runner.PreviewAsync(ProgramCommandOn.New(command, clock.GetUtcNow()), cancellation);
        return new(outcome.IsAccepted, outcome.Rejections, outcome.Warnings);
    }
}
