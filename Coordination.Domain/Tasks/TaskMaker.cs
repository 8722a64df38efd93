using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Tasks;

/// <summary>
/// Makes the list of what waits for the governments of a plan: pure, the same facts and day give the same list. On a closed plan only
/// follow-ups wait: nothing else of it could be done.
/// </summary>
public static class TaskMaker
{
    /// <summary>All tasks: by kind, what has waited longest first, then by id.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programs">Its programs, inactive ones too.</param>
    /// <param name="findings">What is found in it, with what meetings have said of it.</param>
    /// <param name="meetings">The meetings on it.</param>
    /// <param name="deferred">What earlier plans have deferred to its year.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    public static IReadOnlyList<WaitingTask> Make(
        Plan plan,
        IReadOnlyCollection<SpbeProgram> programs,
        IEnumerable<Finding> findings,
        IEnumerable<Meeting> meetings,
        IEnumerable<DeferredProgram> deferred,
        DateOnly day
    )
    {
        var followUps = meetings.SelectMany(meeting => FollowUpTasks.Of(meeting, day)).ToList();
        if (plan.Status == PlanStatus.Closed)
            return InOrder(followUps);
        var byId = programs.ToDictionary(program => program.Id, StringComparer.Ordinal);
        var titles = programs.Select(program => (program.Government, program.Details.Title)).ToHashSet();
        return InOrder(
            programs
                .Where(program => program.IsActive)
                .SelectMany(program => ProgramTasks.Of(program, day))
                .Concat(deferred.Where(one => !titles.Contains((one.Government, one.Title))).Select(ProposedAnew))
                .Concat(followUps)
                .Concat(findings.SelectMany(finding => FindingTasks.Of(finding, plan, byId)))
        );
    }

    private static IReadOnlyList<WaitingTask> InOrder(IEnumerable<WaitingTask> tasks) =>
        [
            .. tasks
                .OrderBy(task => task.Kind)
                .ThenByDescending(task => task.Days)
                .ThenBy(task => task.Id, StringComparer.Ordinal),
        ];

    private static WaitingTask ProposedAnew(DeferredProgram one) =>
        new(
            $"deferred-proposal:{one.Government}:{one.Program}",
            TaskKind.DeferredProposal,
            one.Government,
            one.Program,
            null,
            null,
            null,
            $"{one.Program} \"{one.Title}\" was deferred to this year ({one.Reason.TrimEnd('.')}); propose it anew, or leave it.",
            new("planProgram", "/api/programs")
        );
}
