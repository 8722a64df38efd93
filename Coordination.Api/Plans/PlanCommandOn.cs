using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>A command on a plan; opening one asks which programs were deferred to it, and one on a finding brings it as it is now.</summary>
internal sealed class PlanCommandOn(string id, IPlanCommand command, Finding? finding = null)
    : CommandOn<Plan, IPlanEvent>
{
    internal override string Stream => StreamKeys.Plan(id);

    internal override bool MayBegin => command is OpenPlan;

    internal override object Body => command;

    internal override string? Reason => command.Reason;

    internal override IReadOnlyList<string> Governments(Plan? state) =>
        [command is OpenPlan opening ? opening.Province : state!.Province];

    internal override Plan Evolve(string stream, Plan? state, IPlanEvent next) => PlanFold.Evolve(state, next);

    internal override async Task<Outcome<IPlanEvent>> DecideAsync(
        Plan? state,
        Knowledge knowledge,
        CancellationToken cancellation
    )
    {
        var here =
            state is null && command is OpenPlan open && Plan.IsWellFormedId(id)
                ? await DeferredPrograms.ToAsync(open, knowledge.Transaction, cancellation)
                : [];
        return PlanDecider.Decide(state, command, new(here, finding));
    }
}
