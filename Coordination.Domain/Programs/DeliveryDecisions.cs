namespace Coordination.Domain.Programs;

/// <summary>Progress, constraints and completion.</summary>
internal static class DeliveryDecisions
{
    private const int MostConstraints = 500;

    internal static Outcome<IProgramEvent> Report(
        Verdict verdict,
        SpbeProgram program,
        ReportProgress c,
        DateOnly today
    )
    {
        verdict.Require(
            c.Percent is >= 0 and <= 100 && decimal.Round(c.Percent, 2) == c.Percent,
            "percent-invalid",
            "percent",
            $"{c.Percent} is not a percentage from 0 to 100 with at most two decimals."
        );
        verdict.RequirePast(c.AsOf, today, "asOf");
        verdict.RequireOptionalText(c.Note, "note", Texts.Long);
        verdict.RequireOptionalText(c.Evidence, "evidence", Texts.Long);
        if (c.Output is { } output and not 0)
            verdict.RequireQuantity(output, "output");
        WarnAboveTarget(verdict, program, c.Output);
        var before = program.LatestReport(c.AsOf)?.Percent ?? 0;
        verdict.Require(
            c.Percent >= before || !string.IsNullOrWhiteSpace(c.Note),
            "fall-needs-note",
            "note",
            $"Progress falls from {before} to {c.Percent} percent; say why in a note."
        );
        return verdict.Decide<IProgramEvent>(() =>
            [
                new ProgressReported(
                    program.Plan,
                    program.Government,
                    Decimals.Normalised(c.Percent),
                    c.AsOf,
                    c.Output is { } units ? Decimals.Normalised(units) : null,
                    Texts.TrimmedOrNone(c.Note),
                    Texts.TrimmedOrNone(c.Evidence)
                ),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Raise(Verdict verdict, SpbeProgram program, RaiseConstraint c)
    {
        verdict.RequireText(c.Description, "description", 3, Texts.Long);
        verdict.Require(
            program.Constraints.Count < MostConstraints,
            "too-many-constraints",
            "description",
            $"Program {program.Id} has {MostConstraints} constraints, the most there may be."
        );
        return verdict.Decide<IProgramEvent>(() =>
            [
                new ConstraintRaised(
                    program.Plan,
                    program.Government,
                    $"c{program.Constraints.Count + 1}",
                    c.Category,
                    c.Severity,
                    c.Description.Trim()
                ),
            ]
        );
    }

    internal static Outcome<IProgramEvent> Resolve(Verdict verdict, SpbeProgram program, ResolveConstraint c)
    {
        var constraint = program.FindConstraint(c.Constraint);
        verdict.RequireOptionalText(c.Note, "note", Texts.Long);
        verdict.RequireKnown(
            constraint is not null,
            "constraint-unknown",
            "constraint",
            $"Program {program.Id} has no constraint '{c.Constraint}'."
        );
        var note = Texts.TrimmedOrNone(c.Note);
        verdict.RequireStage(
            constraint is not { IsResolved: true } || constraint.Note == note,
            "constraint-resolved",
            "constraint",
            $"Constraint {c.Constraint} was already resolved otherwise."
        );
        return verdict.Decide<IProgramEvent>(() =>
            constraint!.IsResolved ? [] : [new ConstraintResolved(program.Plan, program.Government, c.Constraint, note)]
        );
    }

    internal static Outcome<IProgramEvent> Complete(
        Verdict verdict,
        SpbeProgram program,
        CompleteProgram c,
        DateOnly today
    )
    {
        var completion = new Completion(
            c.Date,
            Decimals.Normalised(c.Output),
            c.Evidence.Trim(),
            Texts.TrimmedOrNone(c.ZeroCostReason)
        );
        verdict.RequirePast(c.Date, today, "date");
        verdict.RequireQuantity(c.Output, "output");
        verdict.RequireText(c.Evidence, "evidence", 3, Texts.Long);
        verdict.RequireOptionalText(c.ZeroCostReason, "zeroCostReason", Texts.Long);
        verdict.Require(
            program.Funding.Exists(line => line is { IsAllocated: true, Amount: > 0 })
                || completion.ZeroCostReason is not null
                || completion == program.Completion,
            "completion-unfunded",
            "zeroCostReason",
            $"Program {program.Id} has no allocated line; completing it needs one, or the reason why it cost nothing."
        );
        verdict.RequireStage(
            program.Completion is null || program.Completion == completion,
            "completed-otherwise",
            "date",
            $"Program {program.Id} was completed on {program.Completion?.Date:yyyy-MM-dd} with other facts; reopen it first."
        );
        WarnAboveTarget(verdict, program, c.Output);
        return verdict.Decide<IProgramEvent>(() =>
            program.Completion is not null
                ? []
                :
                [
                    new ProgramCompleted(
                        program.Plan,
                        program.Government,
                        completion.Date,
                        completion.Output,
                        completion.Evidence,
                        completion.ZeroCostReason
                    ),
                ]
        );
    }

    private static void WarnAboveTarget(Verdict verdict, SpbeProgram program, decimal? output) =>
        verdict.Warn(
            output > program.Details.Output.Target,
            "output-above-target",
            "output",
            $"Output {output} is above the target of {program.Details.Output.Target} {program.Details.Output.Unit}."
        );
}
