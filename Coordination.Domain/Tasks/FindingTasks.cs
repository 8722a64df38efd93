using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Tasks;

/// <summary>What findings leave to do: a task for each government that one concerns, and for its own program the request that it needs.</summary>
internal static class FindingTasks
{
    internal static IEnumerable<WaitingTask> Of(Finding finding, Plan plan, Dictionary<string, SpbeProgram> programs) =>
        // Overdue programs and blocking constraints are tasks of their own.
        !finding.IsWaiting || finding.Kind is FindingKind.Schedule or FindingKind.Constraint
            ? []
            : finding.Governments.Select(government => Of(finding, plan, government, programs));

    private static WaitingTask Of(
        Finding finding,
        Plan plan,
        string government,
        Dictionary<string, SpbeProgram> programs
    )
    {
        var advice = finding.Recommendation;
        var isOwn = advice.Program is { } acted && programs.GetValueOrDefault(acted)?.Government == government;
        var own = finding.Programs.Where(id => programs.GetValueOrDefault(id)?.Government == government).ToList();
        return new(
            $"finding:{government}:{finding.Id}",
            TaskKind.Finding,
            government,
            own is [var only] ? only : null,
            finding.Id,
            null,
            null,
            $"{finding.Evidence.Reasons[0]} {advice.Why}",
            (isOwn ? StepOn(advice.Program!, advice.Decision) : null)
                ?? new("listFindings", $"/api/plans/{plan.Id}/findings?government={government}")
        );
    }

    /// <summary>What a government can do by itself; the rest is for a meeting.</summary>
    private static NextStep? StepOn(string program, RecommendedDecision decision) =>
        decision switch
        {
            RecommendedDecision.Reschedule => new("reviseProgram", $"/api/programs/{program}/revision"),
            RecommendedDecision.RequestApbn => new("requestApbnSupport", $"/api/programs/{program}/apbn-requests"),
            RecommendedDecision.DeclareRelation => new("declareRelation", $"/api/programs/{program}/relations"),
            RecommendedDecision.Defer => new("deferProgram", $"/api/programs/{program}/deferral"),
            RecommendedDecision.Cancel => new("cancelProgram", $"/api/programs/{program}/cancellation"),
            _ => null,
        };
}
