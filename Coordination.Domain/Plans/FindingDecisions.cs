using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Domain.Plans;

/// <summary>Accepting findings, and taking that back.</summary>
internal static class FindingDecisions
{
    internal static Outcome<IPlanEvent> Accept(Verdict verdict, Plan plan, AcceptFinding c, Finding? current)
    {
        RequireKnown(verdict, plan, c.Finding, current is not null);
        PlanDecider.RequireNotClosed(verdict, plan);
        verdict.RequireText(c.Reason, "reason", 1, Texts.Long);
        return verdict.Decide<IPlanEvent>(() =>
        {
            var acceptance = new FindingAcceptance(current!.Kind, current.Fingerprint, c.Reason.Trim());
            return plan.AcceptedFindings.GetValueOrDefault(c.Finding) == acceptance
                ? []
                : [new FindingAccepted(plan.Id, c.Finding, acceptance.Kind, acceptance.Fingerprint, acceptance.Reason)];
        });
    }

    /// <summary>Also of a finding that has gone since, so that it does not come back accepted.</summary>
    internal static Outcome<IPlanEvent> Reopen(Verdict verdict, Plan plan, ReopenFinding c, Finding? current)
    {
        var isAccepted = plan.AcceptedFindings.ContainsKey(c.Finding);
        RequireKnown(verdict, plan, c.Finding, isAccepted || current is not null);
        PlanDecider.RequireNotClosed(verdict, plan);
        return verdict.Decide<IPlanEvent>(() => isAccepted ? [new FindingReopened(plan.Id, c.Finding)] : []);
    }

    private static void RequireKnown(Verdict verdict, Plan plan, string finding, bool isKnown) =>
        verdict.RequireKnown(isKnown, "finding-unknown", "finding", $"Plan {plan.Id} has no finding '{finding}' now.");
}
