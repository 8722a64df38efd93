using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>Every request on plans: one row each.</summary>
internal static class PlanRoutes
{
    internal static void AddPlans(this IServiceCollection services) =>
        services.AddSingleton<PlanDesk>().AddSingleton<DeferredPrograms>();

    internal static void MapPlans(this WebApplication app)
    {
        var plans = app.MapGroup("/api/plans").WithTags("Plans");
        plans.MapGet("", ListPlans.GetAsync).Views<Page<PlanView>>("listPlans", "Lists plans by id").AlsoAsTable();
        plans.MapGet("/{plan}", GetPlan.GetAsync).Views<PlanView>("getPlan", "Shows a plan");
        plans
            .MapPost(
                "",
                async (
                    OpenPlan command,
                    CommandContext context,
                    PlanDesk desk,
                    DeferredPrograms deferred,
                    HttpContext http,
                    CancellationToken cancellation
                ) => await ShowAsync(await desk.OpenAsync(command, context, cancellation), deferred, http, cancellation)
            )
            .Creates<PlanView>("openPlan", "Opens a province's plan of a year");
        plans.Map<ChangePlanTarget>("target", "changePlanTarget", "Changes the target of a plan");
        plans.Map<AgreePlan>("agreement", "agreePlan", "Agrees a plan: fixes the baseline");
        plans.Map<ClosePlan>("closing", "closePlan", "Closes a plan");
    }

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
                    DeferredPrograms deferred,
                    HttpContext http,
                    CancellationToken cancellation
                ) =>
                    await ShowAsync(
                        await desk.HandleAsync(plan, command, context, cancellation),
                        deferred,
                        http,
                        cancellation
                    )
            )
            .Changes<PlanView>(operation, summary);

    private static async Task<IResult> ShowAsync(
        CommandResult<Plan> result,
        DeferredPrograms deferred,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var here = result.Accepted is { } plan ? await deferred.ToAsync(plan.State, cancellation) : [];
        return result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/plans/{accepted.State.Id}",
                    PlanView.Of(accepted.State, accepted.Version, accepted.Position) with
                    {
                        DeferredHere = here,
                        Warnings = accepted.Warnings,
                    }
                )
        );
    }
}
