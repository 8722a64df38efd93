using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Tasks;

/// <summary>What waits on an active program itself.</summary>
internal static class ProgramTasks
{
    internal static IEnumerable<WaitingTask> Of(SpbeProgram program, DateOnly day) =>
        [.. Overdue(program, day), .. Blocked(program), .. ReportDue(program, day), .. Requests(program, day)];

    private static IEnumerable<WaitingTask> Overdue(SpbeProgram program, DateOnly day)
    {
        var end = program.Details.Schedule.End;
        if (DeliveryFindings.IsOverdue(program, day))
            yield return Of(
                TaskKind.Overdue,
                program,
                null,
                (end, day),
                $"{FindingOf.Name(program)} was to end on {FindingOf.Text(end)}: complete it if it has delivered, or revise its schedule or "
                    + $"defer it.",
                "completeProgram",
                "completion"
            );
    }

    private static IEnumerable<WaitingTask> Blocked(SpbeProgram program) =>
        DeliveryFindings
            .BlockingOf(program)
            .Select(constraint =>
                Of(
                    TaskKind.ConstraintBlocking,
                    program,
                    constraint.Constraint,
                    null,
                    $"{FindingOf.Name(program)} is blocked: {constraint.Description.TrimEnd('.')}. Resolve it, or bring it to the meeting.",
                    "resolveConstraint",
                    $"constraints/{constraint.Constraint}/resolution"
                )
            );

    private static IEnumerable<WaitingTask> ReportDue(SpbeProgram program, DateOnly day)
    {
        if (ReportRule.MissingSince(program, day) is not { } due)
            yield break;
        var last = program.LatestReport(day) is { } report
            ? $"last reported as of {FindingOf.Text(report.AsOf)}"
            : $"never reported since its start on {FindingOf.Text(program.Details.Schedule.Start)}";
        yield return Of(
            TaskKind.ReportDue,
            program,
            null,
            (due, day),
            $"The progress of {FindingOf.Name(program)} was {last}; a report was due on {FindingOf.Text(due)}.",
            "reportProgress",
            "progress"
        );
    }

    private static IEnumerable<WaitingTask> Requests(SpbeProgram program, DateOnly day) =>
        WaitingRequest
            .Of(program, new FundingFilter(), day)
            .Select(request =>
                Of(
                    TaskKind.RequestWaiting,
                    program,
                    request.Request,
                    (request.RequestedOn, day),
                    $"{FindingOf.Name(program)} asked {request.Ministry} for {Rupiah.Text(request.Amount)} ({request.Scheme}) on "
                        + $"{FindingOf.Text(request.RequestedOn)}: record the grant, the rejection or the withdrawal.",
                    "grantApbnSupport",
                    $"apbn-requests/{request.Request}/grant"
                )
            );

    private static WaitingTask Of(
        TaskKind kind,
        SpbeProgram program,
        string? subject,
        (DateOnly Since, DateOnly Day)? waits,
        string text,
        string operation,
        string path
    )
    {
        var name = kind switch
        {
            TaskKind.Overdue => "overdue",
            TaskKind.ConstraintBlocking => "constraint-blocking",
            TaskKind.ReportDue => "report-due",
            _ => "request-waiting",
        };
        return new(
            $"{name}:{program.Government}:{program.Id}{(subject is null ? "" : $":{subject}")}",
            kind,
            program.Government,
            program.Id,
            subject,
            waits?.Since,
            waits is { } span ? Math.Max(0, span.Day.DayNumber - span.Since.DayNumber) : null,
            text,
            new(operation, $"/api/programs/{program.Id}/{path}")
        );
    }
}
