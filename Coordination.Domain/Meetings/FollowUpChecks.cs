using System.Globalization;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Meetings;

/// <summary>
/// What the plan shows of a follow-up, on a day: pure. It is <see cref="CheckResult.Met"/> as soon as what was expected is so; without an
/// expectation, when it is reported as done.
/// </summary>
public static class FollowUpChecks
{
    /// <summary>What can be said, or none while there is nothing to say yet.</summary>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="program">The program that is expected to change, where one is.</param>
    /// <param name="finding">The finding that is expected to close, as it is now; none when it is gone.</param>
    /// <param name="day">The day in Jakarta.</param>
    public static FollowUpCheck? Judge(FollowUp followUp, SpbeProgram? program, Finding? finding, DateOnly day)
    {
        var (isSo, isPossible, seen) = followUp.Expects is { } expected
            ? See(expected, program, finding)
            : (followUp.Report is { Done: true }, true, "Nothing that can be checked was expected.");
        var isSaid = followUp.Report is { Done: true };
        return true switch
        {
            _ when isSo && followUp.Expects is null => new(CheckResult.Met, $"Reported as done. {seen}", day),
            _ when isSo => new(CheckResult.Met, seen, day),
            _ when isSaid => new(CheckResult.Contradicted, $"Reported as done, but: {seen}", day),
            _ when !isPossible => new(CheckResult.Contradicted, $"It can no longer become so: {seen}", day),
            _ when followUp.Due < day => new(
                CheckResult.Late,
                $"It was due on {FindingOf.Text(followUp.Due)}. {seen}",
                day
            ),
            _ => null,
        };
    }

    private static (bool IsSo, bool IsPossible, string Seen) See(
        Expectation expected,
        SpbeProgram? program,
        Finding? finding
    ) =>
        expected switch
        {
            FindingGone e => (
                finding is not { IsWaiting: true },
                true,
                finding is null ? $"Finding {e.Finding} is gone."
                : finding.IsWaiting ? $"Finding {e.Finding} still waits for a decision."
                : $"Finding {e.Finding} was accepted."
            ),
            _ when program is null => (false, false, $"There is no program '{expected.About}'."),
            StatusReached e => (
                HasReached(program.Status, e.Status),
                program.IsActive || e.Status > ProgramStatus.Completed,
                $"Program {program.Id} is {Name(program.Status)}; {Name(e.Status)} was expected."
            ),
            ProgressReached e => (
                program.ProgressPercent >= e.Percent,
                program.IsActive,
                $"Program {program.Id} stands at {Text(program.ProgressPercent)} percent; {Text(e.Percent)} were expected."
            ),
            FundingAllocated e => (
                program.Funded >= (e.Amount ?? program.Details.EstimatedCost),
                program.IsActive,
                $"Program {program.Id} has {Rupiah.Text(program.Funded)} allocated; "
                    + $"{Rupiah.Text(e.Amount ?? program.Details.EstimatedCost)} were expected."
            ),
            ConstraintGone e => (
                program.FindConstraint(e.Constraint) is { IsResolved: true },
                true,
                program.FindConstraint(e.Constraint) is { IsResolved: true }
                    ? $"Constraint {e.Constraint} of program {program.Id} is resolved."
                    : $"Constraint {e.Constraint} of program {program.Id} is still open."
            ),
            _ => throw new InvalidOperationException($"Nobody knows how to check {expected}."),
        };

    /// <summary>The stages of work follow each other; being deferred, cancelled or merged is no stage on the way.</summary>
    private static bool HasReached(ProgramStatus status, ProgramStatus expected) =>
        expected <= ProgramStatus.Completed
            ? status >= expected && status <= ProgramStatus.Completed
            : status == expected;

    private static string Text(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Name(ProgramStatus status) =>
        status == ProgramStatus.InProgress ? "in progress" : status.ToString().ToLowerInvariant();
}
