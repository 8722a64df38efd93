using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>Programs past their end, and programs that a constraint blocks.</summary>
internal static class DeliveryFindings
{
    private const int LateDays = 30;
    private const int VeryLateDays = 90;

    internal static bool IsOverdue(SpbeProgram program, DateOnly day) =>
        program.Completion is null && program.Details.Schedule.End < day;

    internal static IEnumerable<Finding> Overdue(SpbeProgram program, DateOnly day)
    {
        if (!IsOverdue(program, day))
            yield break;
        var schedule = program.Details.Schedule;
        var late = day.DayNumber - schedule.End.DayNumber;
        yield return FindingOf.Programs(
            FindingKind.Schedule,
            late > VeryLateDays ? FindingSeverity.High
                : late > LateDays ? FindingSeverity.Medium
                : FindingSeverity.Low,
            [program],
            new([
                $"{FindingOf.Name(program)} was to end on {schedule.End}; on {day} it is {late} days late "
                    + $"and not completed.",
            ]),
            program.Details.EstimatedCost,
            Advice(program, day)
        );
    }

    /// <summary>The open constraints that block a program; nothing blocks what is completed.</summary>
    internal static IReadOnlyList<ProgramConstraint> BlockingOf(SpbeProgram program) =>
        program.Completion is not null
            ? []
            : program.Constraints.FindAll(constraint =>
                constraint is { IsResolved: false, Severity: ConstraintSeverity.High }
            );

    internal static IEnumerable<Finding> Blocked(SpbeProgram program) =>
        BlockingOf(program)
            .Select(constraint =>
                FindingOf.Programs(
                    FindingKind.Constraint,
                    FindingSeverity.High,
                    [program],
                    new([
                        $"{FindingOf.Name(program)} is blocked by {constraint.Constraint}: {constraint.Description.TrimEnd('.')}.",
                    ]),
                    program.Details.EstimatedCost,
                    Recommendation.ToFollowUp(
                        program,
                        $"Agree who resolves {constraint.Constraint} of {program.Id}, and by when."
                    ),
                    [constraint.Constraint, $"{constraint.Category}", constraint.Description],
                    constraint.Constraint
                )
            );

    /// <summary>What is left of its year, or else the next year.</summary>
    private static Recommendation Advice(SpbeProgram program, DateOnly day)
    {
        var schedule = program.Details.Schedule;
        var lastDay = new DateOnly(schedule.MultiYear ? schedule.End.Year : schedule.Start.Year, 12, 31);
        var year = Math.Max(day.Year, schedule.Start.Year + 1);
        return day <= lastDay
            ? new(
                RecommendedDecision.Reschedule,
                $"Agree on a new end, by {lastDay} at the latest, or complete it if it has delivered.",
                RecommendationEffect.Removed
            )
            {
                Program = program.Id,
                Start = schedule.Start,
                End = lastDay,
            }
            : new(
                RecommendedDecision.Defer,
                $"The year {lastDay.Year} is over: complete it if it has delivered, or put it off to {year}.",
                RecommendationEffect.Removed
            )
            {
                Program = program.Id,
                ToYear = year,
            };
    }
}
