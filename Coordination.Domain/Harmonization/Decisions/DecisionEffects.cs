using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Decisions;

/// <summary>
/// The effects of every kind of decision: the one pure function for a trial and for a meeting. No rule stands here that a command has:
/// each kind is the command that would do the same, decided by its own decider.
/// </summary>
public static class DecisionEffects
{
    /// <summary>The events of each stream, or every rule that the decision breaks.</summary>
    public static Effects Of(Decision decision, DecisionScope scope) =>
        decision switch
        {
            Merge d => Merging.Of(d, scope),
            Reassign d => On(d, new ReassignProgram(d.Government, ReasonOf(d)), scope),
            Reschedule d => On(d, program => Rescheduled(program, d), scope, Unnested),
            RequestApbn d => On(
                d,
                new RequestApbnSupport(d.Scheme, d.Ministry, d.Amount, d.RequestedOn ?? scope.Today, d.Reason),
                scope
            ),
            CorrectFunding d => On(d, Corrected(d, scope), scope),
            DeclareRelation d => On(
                d,
                _ => new Programs.DeclareRelation(d.Relation, d.Other, d.Reason),
                scope,
                field => field == "program" ? "other" : field
            ),
            Defer d => On(d, new DeferProgram(d.ToYear, ReasonOf(d)), scope),
            Cancel d => On(d, new CancelProgram(ReasonOf(d)), scope),
            Adopt d => Adopted(d, scope),
            Accept d => OfPlan(new AcceptFinding(ReasonOf(d)) { Finding = d.Finding }, scope),
            SetTarget d => OfPlan(new ChangePlanTarget(d.Rate, d.Definition, d.Reason), scope),
            _ => throw new InvalidOperationException($"Nobody knows what {decision} does."),
        };

    internal static string ReasonOf(Decision decision) => decision.Reason ?? "";

    internal static Rejection Unknown(string program, string field, Plan plan) =>
        new(RejectionKind.Rule, "program-unknown", field, $"Plan {plan.Id} has no program '{program}'.");

    /// <summary>
    /// What the path of a command names is in the body of a decision: where it is unknown, a rule is broken. That its stage is wrong is said of
    /// the program.
    /// </summary>
    internal static IReadOnlyList<Rejection> Told(
        IEnumerable<Rejection> rejections,
        string program,
        Func<string, string> field
    ) =>
        [
            .. rejections.Select(rejection =>
                rejection with
                {
                    Kind = rejection.Kind == RejectionKind.Unknown ? RejectionKind.Rule : rejection.Kind,
                    Field = rejection.Field == "status" ? program : field(rejection.Field),
                }
            ),
        ];

    private static Effects On(OnProgram decision, IProgramCommand command, DecisionScope scope) =>
        On(decision, _ => command, scope, field => field);

    private static Effects On(
        OnProgram decision,
        Func<SpbeProgram, IProgramCommand> command,
        DecisionScope scope,
        Func<string, string> field
    )
    {
        if (scope.Find(decision.Program) is not { } program)
            return new() { Rejections = [Unknown(decision.Program, "program", scope.Plan)] };
        var outcome = ProgramDecider.Decide(program, command(program), scope.Facts(), scope.Now);
        return new()
        {
            Programs = EffectOn(program.Id, outcome.Events),
            Rejections = Told(outcome.Rejections, "program", field),
            Warnings = [.. outcome.Warnings.Select(warning => warning with { Field = field(warning.Field) })],
        };
    }

    private static Effects Adopted(Adopt decision, DecisionScope scope)
    {
        static string InDraft(string field) => $"draft.{field}";
        var outcome = ProgramDecider.Decide(decision.Draft, scope.Facts());
        var ofOther =
            decision.Draft.Plan == scope.Plan.Id
                ? (IEnumerable<Rejection>)[]
                :
                [
                    new(
                        RejectionKind.Rule,
                        "plan-fixed",
                        "draft.plan",
                        $"The draft is for plan '{decision.Draft.Plan}', not for {scope.Plan.Id}."
                    ),
                ];
        return new()
        {
            Programs = EffectOn(scope.NewProgram, ofOther.Any() ? [] : outcome.Events),
            Rejections = [.. ofOther, .. Told(outcome.Rejections, "draft", InDraft)],
            Warnings = [.. outcome.Warnings.Select(warning => warning with { Field = InDraft(warning.Field) })],
        };
    }

    private static Effects OfPlan(IPlanCommand command, DecisionScope scope)
    {
        var outcome = PlanDecider.Decide(scope.Plan, command, new PlanFacts([], scope.Finding));
        return new()
        {
            Plan = outcome.Events,
            Rejections = Told(outcome.Rejections, "plan", field => field),
            Warnings = outcome.Warnings,
        };
    }

    private static IReadOnlyList<ProgramEffect> EffectOn(string program, IReadOnlyList<IProgramEvent> events) =>
        events.Count == 0 ? [] : [new(program, events)];

    private static ReviseProgram Rescheduled(SpbeProgram program, Reschedule decision) =>
        ReviseProgram.Of(
            program.Details with
            {
                Schedule = new(decision.Start, decision.End, decision.MultiYear ?? program.Details.Schedule.MultiYear),
            },
            ReasonOf(decision)
        );

    /// <summary><c>schedule.end</c> of a revision is <c>end</c> of the decision.</summary>
    private static string Unnested(string field) => field.Replace("schedule.", "", StringComparison.Ordinal);

    private static Programs.CorrectFunding Corrected(CorrectFunding decision, DecisionScope scope) =>
        new(
            decision.Document ?? new FundingDocument("Kesepakatan", scope.Decision, scope.Today),
            decision.ValidFrom ?? scope.Today,
            ReasonOf(decision),
            decision.Amount,
            decision.Stage
        )
        {
            Line = decision.Line,
        };
}
