using Coordination.Domain.Programs;
using Undated = Coordination.Api.ExamplePlan.ExampleCommands.Undated;

namespace Coordination.Api.ExamplePlan;

/// <summary>Progress, constraints and ends of the example's programs.</summary>
internal static class ExampleDelivery
{
    internal static IEnumerable<Undated> Of(ExampleProgram program)
    {
        var constraints = program.Constraints.OrderBy(constraint => constraint.Raised).Index().ToList();
        foreach (var (index, report) in program.Progress.Index())
            yield return Undated.Of(
                program,
                report.Date,
                $"progress-{index + 1}",
                new ReportProgress(report.Percent, report.Date, Note: report.Note)
            );
        foreach (var (index, constraint) in constraints)
            yield return Undated.Of(
                program,
                constraint.Raised,
                $"c{index + 1}",
                new RaiseConstraint(constraint.Category, constraint.Severity, constraint.Text)
            );
        foreach (var (index, constraint) in constraints)
            if (constraint.Resolved is { } resolved)
                yield return Undated.Of(
                    program,
                    resolved,
                    $"c{index + 1}-resolved",
                    new ResolveConstraint { Constraint = $"c{index + 1}" }
                );
        if (program.Completed is { } completed)
            yield return Undated.Of(
                program,
                completed.Date,
                "completed",
                new CompleteProgram(completed.Date, completed.Output, completed.Evidence)
            );
        if (program.Deferred is { } deferred)
            yield return Undated.Of(
                program,
                deferred.Date,
                "deferred",
                new DeferProgram(deferred.ToYear, deferred.Reason)
            );
        if (program.Cancelled is { } cancelled)
            yield return Undated.Of(program, cancelled.Date, "cancelled", new CancelProgram(cancelled.Reason));
    }
}
