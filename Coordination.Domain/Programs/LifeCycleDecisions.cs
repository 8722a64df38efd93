using Coordination.Domain.Plans;

namespace Coordination.Domain.Programs;

/// <summary>Reopening, deferring, resuming and cancelling.</summary>
internal static class LifeCycleDecisions
{
    private const int FurthestYears = 10;

    internal static Outcome<IProgramEvent> Reopen(Verdict verdict, SpbeProgram program, ReopenCompletion c) =>
        verdict.Decide<IProgramEvent>(() =>
            [new CompletionReopened(program.Plan, program.Government, c.Reason.Trim())]
        );

    internal static Outcome<IProgramEvent> Defer(Verdict verdict, SpbeProgram program, DeferProgram c, Plan plan)
    {
        var deferral = new Deferral(c.ToYear, c.Reason.Trim());
        verdict.Require(
            c.ToYear > plan.Year && c.ToYear <= plan.Year + FurthestYears,
            "year-out-of-range",
            "toYear",
            $"{c.ToYear} does not lie within the {FurthestYears} years after the plan's year {plan.Year}."
        );
        verdict.RequireStage(
            program.Deferral is null || program.Deferral == deferral,
            "deferred-otherwise",
            "toYear",
            $"Program {program.Id} was already deferred to {program.Deferral?.ToYear}; resume it first."
        );
        return verdict.Decide<IProgramEvent>(() =>
            program.Deferral is not null
                ? []
                : [new ProgramDeferred(program.Plan, program.Government, deferral.ToYear, deferral.Reason)]
        );
    }

    internal static Outcome<IProgramEvent> Resume(Verdict verdict, SpbeProgram program, ResumeProgram c) =>
        verdict.Decide<IProgramEvent>(() => [new ProgramResumed(program.Plan, program.Government, c.Reason.Trim())]);

    internal static Outcome<IProgramEvent> Cancel(Verdict verdict, SpbeProgram program, CancelProgram c)
    {
        var reason = c.Reason.Trim();
        verdict.RequireStage(
            program.CancellationReason is null || program.CancellationReason == reason,
            "cancelled-otherwise",
            "reason",
            $"Program {program.Id} was already cancelled for another reason."
        );
        return verdict.Decide<IProgramEvent>(() =>
            program.CancellationReason is not null
                ? []
                : [new ProgramCancelled(program.Plan, program.Government, reason)]
        );
    }
}
