using Coordination.Api.Http;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Harmonization;

/// <summary>Every request on a plan's views: one row each.</summary>
internal static class HarmonizationRoutes
{
    internal static void AddHarmonization(this IServiceCollection services) =>
        services.AddSingleton<BoardReader>().AddSingleton<FindingsReader>();

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
    }
}
