using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Plans;
using Coordination.Domain.Tasks;

namespace Coordination.Api.Plans;

/// <summary>Every request on plans: one row each.</summary>
internal static class PlanRoutes
{
    private static readonly StreamHistory History = StreamHistory.Of<IPlanEvent, Plan, Plan>(
        (plan, _, next) => PlanFold.Evolve(plan, next),
        plan => plan,
        plan => plan.Name
    );

    internal static void AddPlans(this IServiceCollection services) =>
        services.AddSingleton<PlanDesk>().AddSingleton<DeferredPrograms>().AddSingleton(History);

    internal static void MapPlans(this WebApplication app)
    {
        var plans = app.MapGroup("/api/plans").WithTags("Plans");
        plans.MapGet("", ListPlans.GetAsync).Shows<Page<PlanView>>("listPlans", "Lists plans by id").AlsoAsTable();
        plans.MapGet("/{plan}", GetPlan.GetAsync).Shows<PlanView>("getPlan", "Shows a plan");
        plans
            .MapGet("/{plan}/deferred-programs", GetDeferredPrograms.GetAsync)
            .Shows<Page<DeferredProgram>>(
                "listDeferredPrograms",
                "Lists the programs that earlier plans have deferred to a plan"
            );
        plans
            .MapGet("/{plan}/closing", GetClosing.GetAsync)
            .Shows<ClosingReport>("getClosing", "Shows what landed after a plan was closed");
        plans
            .MapPost(
                "",
                async (
                    OpenPlan command,
                    CommandContext context,
                    PlanDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) => Show(await desk.OpenAsync(command, context, cancellation), http)
            )
            .Creates<PlanView>("openPlan", "Opens a province's plan of a year");
        plans.Map<ChangePlanTarget>("target", "changePlanTarget", "Changes the target of a plan");
        plans.Map<AgreePlan>("agreement", "agreePlan", "Agrees a plan: fixes the baseline");
        plans.Map<ClosePlan>("closing", "closePlan", "Closes a plan");
        plans.MapOnFinding<AcceptFinding>(
            "acceptance",
            "acceptFinding",
            "Accepts a finding as it is",
            (command, finding) => command with { Finding = finding }
        );
        plans.MapOnFinding<ReopenFinding>(
            "reopening",
            "reopenFinding",
            "Takes the acceptance of a finding back",
            (command, finding) => command with { Finding = finding }
        );
    }

    private static void MapOnFinding<TCommand>(
        this RouteGroupBuilder plans,
        string path,
        string operation,
        string summary,
        Func<TCommand, string, TCommand> withFinding
    )
        where TCommand : class, IPlanCommand =>
        plans
            .MapPost(
                $"/{{plan}}/findings/{{finding}}/{path}",
                async (
                    string plan,
                    string finding,
                    TCommand command,
                    CommandContext context,
                    PlanDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) =>
                    Show(
                        await desk.HandleAsync(plan, finding, withFinding(command, finding), context, cancellation),
                        http
                    )
            )
            .Changes<PlanView>(operation, summary);

    private static void Map<TCommand>(this RouteGroupBuilder plans, string path, string operation, string summary)
        where TCommand : class, IPlanCommand =>
        plans
            .MapPost(
                $"/{{plan}}/{path}",
                async (
                    string plan,
                    TCommand command,
                    CommandContext context,
                    PlanDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) => Show(await desk.HandleAsync(plan, command, context, cancellation), http)
            )
            .Changes<PlanView>(operation, summary);

    private static IResult Show(CommandResult<Plan> result, HttpContext http) =>
        result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/plans/{accepted.State.Id}",
                    PlanView.Of(accepted.State, accepted.Version, accepted.Position) with
                    {
                        Warnings = accepted.Warnings,
                    }
                )
        );
}
