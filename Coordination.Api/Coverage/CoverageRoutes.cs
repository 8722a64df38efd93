using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Coverage;

namespace Coordination.Api.Coverage;

/// <summary>Every request on coverage: one row each.</summary>
internal static class CoverageRoutes
{
    private static readonly StreamHistory History = StreamHistory.Of<
        CoverageReported,
        LocationCoverage,
        LocationCoverage
    >(
        (coverage, _, next) => CoverageFold.Evolve(coverage, next),
        coverage => coverage,
        coverage => Domain.Reference.Location.Find(coverage.Location)?.Name
    );

    internal static void AddCoverage(this IServiceCollection services) =>
        services.AddSingleton<CoverageDesk>().AddSingleton<CoverageReader>().AddSingleton(History);

    internal static void MapCoverage(this WebApplication app)
    {
        var coverage = app.MapGroup("/api/coverage").WithTags("Coverage");
        coverage
            .MapGet("", ListCoverage.GetAsync)
            .Views<CoveragePage>("listCoverage", "Lists what is reported of villages and districts, by location")
            .AlsoAsTable();
        coverage
            .MapPost(
                "",
                async (
                    ReportCoverage command,
                    CommandContext context,
                    CoverageDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) => Show(await desk.HandleAsync(command, context, cancellation), context, http)
            )
            .Creates<CoverageView>("reportCoverage", "Reports a village or district to be covered or not");
    }

    private static IResult Show(CommandResult<LocationCoverage> result, CommandContext context, HttpContext http) =>
        result.ToAnswer(
            http,
            accepted =>
                (
                    $"/api/coverage?location={accepted.State.Location}",
                    CoverageView.Of(
                        accepted.State,
                        accepted.Version,
                        accepted.Position,
                        JakartaTime.DayOf(context.Now)
                    ) with
                    {
                        Warnings = accepted.Warnings,
                    }
                )
        );
}
