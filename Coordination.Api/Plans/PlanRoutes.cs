using Coordination.Api.Commands;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

namespace Coordination.Api.Plans;

/// <summary>Every request on plans and their views: one row each.</summary>
internal static class PlanRoutes
{
    internal static void MapPlans(this WebApplication app)
    {
        var plans = app.MapGroup("/api/plans").WithTags("Plans");
        plans.MapGet("", ListPlans.GetAsync).Describes<Page<PlanView>>("listPlans", "Lists plans by id");
        plans.MapGet("/{plan}", GetPlan.GetAsync).Describes<PlanView>("getPlan", "Shows a plan");
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

        var views = plans.MapGroup("/{plan}").WithTags("Harmonization");
        views
            .MapGet("/board", GetBoard.GetAsync)
            .Describes<Board>("getBoard", "Shows the board of a plan, now or in the past");
        views
            .MapGet("/harmonization", GetBoard.GetAsync)
            .Describes<Board>("getHarmonization", "Shows the whole harmonization view of a plan");
        views
            .MapGet("/implementation", GetImplementation.GetAsync)
            .Describes<ImplementationView>("getImplementation", "Shows how far a plan is implemented, by government");
        views
            .MapGet("/constraints", GetConstraints.GetAsync)
            .Describes<ConstraintsView>("getConstraints", "Shows the open constraints of a plan");
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
