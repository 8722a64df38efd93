using Coordination.Api.Commands;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>What planning a program would answer.</summary>
/// <param name="Accepted">Whether it would be accepted.</param>
/// <param name="Rejections">Every rule it breaks.</param>
/// <param name="Warnings">What the planner should know.</param>
/// <param name="Findings">What it would raise; of one that is refused nothing is looked for. It is called <c>draft-1</c> in them.</param>
internal sealed record ProgramPreview(
    bool Accepted,
    IReadOnlyList<Rejection> Rejections,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<Finding> Findings
);

/// <summary><c>POST /api/programs/preview</c>.</summary>
internal static class PreviewProgram
{
    /// <summary>What is not planned yet has no number.</summary>
    internal const string Draft = "draft-1";

    internal static async Task<ProgramPreview> PostAsync(
        PlanProgram command,
        TimeProvider clock,
        CommandRunner runner,
        FindingsKeeper findings,
        CancellationToken cancellation
    )
    {
        var outcome = await runner.PreviewAsync(ProgramCommandOn.New(command, clock.GetUtcNow()), cancellation);
        var raised = ProgramFold.Replay(Draft, outcome.Events) is { } draft
            ? await findings.FindForAsync(draft, cancellation)
            : [];
        return new(outcome.IsAccepted, outcome.Rejections, outcome.Warnings, raised);
    }
}
