using Coordination.Domain.Reference;

namespace Coordination.Domain.Plans;

/// <summary>Which events a command on a plan yields, or every rule it breaks.</summary>
public static class PlanDecider
{
    private const int FirstYear = 2018;
    private const int LastYear = 2100;

    /// <summary>Decides; repeating what has taken effect yields no event.</summary>
    /// <param name="plan">State before the command, or none.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">What else it must know.</param>
    public static Outcome<IPlanEvent> Decide(Plan? plan, IPlanCommand command, PlanFacts? facts = null)
    {
        facts ??= PlanFacts.None;
        var verdict = new Verdict();
        verdict.RequireOptionalText(command.Reason, "reason", Texts.Long);
        return (plan, command) switch
        {
            (_, OpenPlan open) => Open(plan, open, facts.DeferredHere, verdict),
            (null, _) => throw new InvalidOperationException("Only an opened plan takes this command."),
            ({ Status: PlanStatus.Closed }, ClosePlan) or ({ Status: PlanStatus.Agreed }, AgreePlan) =>
                verdict.Decide<IPlanEvent>(() => []),
            (_, ChangePlanTarget change) => ChangeTarget(plan, new(change.Rate, change.Definition), verdict),
            (_, AgreePlan) => Agree(plan, verdict),
            (_, AcceptFinding accept) => FindingDecisions.Accept(verdict, plan, accept, facts.Finding),
            (_, ReopenFinding reopen) => FindingDecisions.Reopen(verdict, plan, reopen, facts.Finding),
            (_, ClosePlan) => verdict.Decide<IPlanEvent>(() => [new PlanClosed(plan.Id)]),
            _ => throw new InvalidOperationException($"A plan does not know {command}."),
        };
    }

    private static Outcome<IPlanEvent> Open(
        Plan? plan,
        OpenPlan open,
        IReadOnlyCollection<string> deferredHere,
        Verdict verdict
    )
    {
        verdict.Require(
            Government.FindProvince(open.Province) is not null,
            "province-unknown",
            "province",
            $"'{open.Province}' is not the code of a province."
        );
        verdict.Require(
            open.Year is >= FirstYear and <= LastYear,
            "year-out-of-range",
            "year",
            $"Year {open.Year} does not lie between {FirstYear} and {LastYear}."
        );
        RequireTarget(verdict, open.Target, "target.rate");
        verdict.RequireOptionalText(open.Name, "name", Texts.Line);
        verdict.RequireStage(
            plan is null || (plan.Target == open.Target && plan.Name == (Texts.TrimmedOrNone(open.Name) ?? plan.Name)),
            "plan-exists",
            "year",
            $"Plan {plan?.Id} is already open with another target or name; change its target instead."
        );
        verdict.Warn(
            plan is null && deferredHere.Count > 0,
            "programs-deferred-here",
            "year",
            $"Earlier plans have deferred {deferredHere.Count} programs to {open.Year}, to be proposed anew: "
                + $"{string.Join(", ", deferredHere)}."
        );
        var id = Plan.IdOf(open.Province, open.Year);
        return verdict.Decide<IPlanEvent>(() =>
            plan is null
                ? [new PlanOpened(id, open.Province, open.Year, Exact(open.Target), Texts.TrimmedOrNone(open.Name))]
                : []
        );
    }

    private static Outcome<IPlanEvent> ChangeTarget(Plan plan, PlanTarget target, Verdict verdict)
    {
        RequireNotClosed(verdict, plan);
        RequireTarget(verdict, target, "rate");
        return verdict.Decide<IPlanEvent>(() =>
            plan.Target == target ? [] : [new PlanTargetChanged(plan.Id, Exact(target))]
        );
    }

    private static Outcome<IPlanEvent> Agree(Plan plan, Verdict verdict)
    {
        RequireNotClosed(verdict, plan);
        return verdict.Decide<IPlanEvent>(() => [new PlanAgreed(plan.Id)]);
    }

    internal static void RequireNotClosed(Verdict verdict, Plan plan) =>
        verdict.RequireStage(plan.Status != PlanStatus.Closed, "plan-closed", "plan", $"Plan {plan.Id} is closed.");

    private static void RequireTarget(Verdict verdict, PlanTarget target, string field) =>
        verdict.Require(
            target.Rate is > 0 and <= 1 && decimal.Round(target.Rate, 4) == target.Rate,
            "target-rate-invalid",
            field,
            $"The target rate {target.Rate} is not above 0 and at most 1 with at most four decimals."
        );

    private static PlanTarget Exact(PlanTarget target) => target with { Rate = Decimals.Normalised(target.Rate) };
}
