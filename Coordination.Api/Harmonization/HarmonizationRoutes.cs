using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Tasks;

namespace Coordination.Api.Harmonization;

/// <summary>Every request on a plan's views: one row each.</summary>
internal static class HarmonizationRoutes
{
    internal static void AddHarmonization(this IServiceCollection services) =>
        services
            .AddSingleton<BoardReader>()
            .AddSingleton<FindingsReader>()
            .AddSingleton<IndexReader>()
            .AddSingleton<ComparisonReader>()
            .AddSingleton<Trials>();

    internal static void MapHarmonization(this WebApplication app)
    {
        var views = app.MapGroup("/api/plans/{plan}").WithTags("Harmonization");
        views
            .MapGet("/harmonization", GetHarmonization.GetAsync)
            .Views<HarmonizationView>("getHarmonization", "Shows the whole harmonization view of a plan")
            .AlsoAsTable();
        views
            .MapGet("/findings", ListFindings.GetAsync)
            .Views<Page<Finding>>("listFindings", "Lists what a coordination meeting should know of a plan")
            .WithDescription(ListFindings.Description)
            .AlsoAsTable();
        views
            .MapGet("/board", GetBoard.GetAsync)
            .Views<Board>("getBoard", "Shows the board of a plan, now or in the past")
            .AlsoAsTable();
        views
            .MapGet("/implementation", GetImplementation.GetAsync)
            .Views<ImplementationView>("getImplementation", "Shows how far a plan is implemented, by government")
            .AlsoAsTable();
        views
            .MapGet("/constraints", GetConstraints.GetAsync)
            .Views<ConstraintsView>("getConstraints", "Shows the open constraints of a plan")
            .AlsoAsTable();
        views
            .MapGet("/index", GetIndex.GetAsync)
            .Views<IndexView>("getIndex", "Shows the SPBE index of a plan's governments, now and forecast")
            .AlsoAsTable();
        views
            .MapGet("/comparison", GetComparison.GetAsync)
            .Views<Comparison>("getComparison", "Shows what has changed in a plan from one point to another")
            .WithDescription(
                "Programs that came, went or changed, money that moved, findings that opened, closed or changed. `from` and `to` are "
                    + "positions, days in Jakarta or moments in UTC; without `to` it is the present. Each end is evaluated for its own day."
            )
            .AlsoAsTable();
        views
            .MapPost("/what-if", PostWhatIf.PostAsync)
            .Decides<WhatIfAnswer>("whatIf", "Tries decisions on a plan and stores nothing")
            .WithDescription(
                "The whole view before and after, and what differs. The decisions act one after the other, now or at the point that `asOf` "
                    + "or `position` names; every rule that one breaks is told by its place: `decisions[2].into`."
            );
        views
            .MapGet("/tasks", ListTasks.GetAsync)
            .Views<Page<WaitingTask>>("listTasks", "Lists what waits for the governments of a plan")
            .WithDescription(ListTasks.Description)
            .AlsoAsTable();
        views
            .MapGet("/changes", GetChanges.GetAsync)
            .Streams<Change>("streamChanges", "Tells what changes a plan, as it happens")
            .WithDescription(GetChanges.Description);
    }
}
