namespace Coordination.Domain.Plans;

/// <summary>What each event makes of a plan.</summary>
public static class PlanFold
{
    /// <summary>The state after all events, or none without events.</summary>
    public static Plan? Replay(IEnumerable<IPlanEvent> events) => events.Aggregate<IPlanEvent, Plan?>(null, Evolve);

    /// <summary>The state after one more event. Only <see cref="PlanOpened"/> may come first.</summary>
    public static Plan Evolve(Plan? plan, IPlanEvent next) =>
        (plan, next) switch
        {
            (null, PlanOpened e) => new Plan(e.Plan, e.Province, e.Year, e.Target, PlanStatus.Open, e.Name),
            (null, _) => throw new InvalidOperationException($"The stream of plan '{next.Plan}' begins with {next}."),
            (_, PlanTargetChanged e) => plan with { Target = e.Target },
            (_, PlanAgreed) => plan with { Status = PlanStatus.Agreed },
            (_, FindingAccepted e) => plan with
            {
                AcceptedFindings = plan.AcceptedFindings.SetItem(e.Finding, new(e.Kind, e.Fingerprint, e.Reason)),
            },
            (_, FindingReopened e) => plan with { AcceptedFindings = plan.AcceptedFindings.Remove(e.Finding) },
            (_, PlanClosed) => plan with { Status = PlanStatus.Closed },
            _ => throw new InvalidOperationException($"Plan '{plan.Id}' does not know {next}."),
        };
}
