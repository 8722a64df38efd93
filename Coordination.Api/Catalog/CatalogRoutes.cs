using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Microsoft.Extensions.Options;

namespace Coordination.Api.Catalog;

/// <summary><c>GET /api/catalog</c>: which data are published, and what they mean.</summary>
internal static class CatalogRoutes
{
    internal static void AddCatalog(this IServiceCollection services)
    {
        services.AddOptions<CatalogSettings>().BindConfiguration(CatalogSettings.Section);
        services.AddSingleton<CatalogReader>();
    }

    internal static void MapCatalog(this WebApplication app) =>
        app.MapGet("/api/catalog", GetAsync)
            .WithTags("Reference")
            .Downloads<CatalogDocument>(
                "getCatalog",
                "Lists the published datasets in DCAT, with the metadata of Satu Data Indonesia",
                CatalogDocument.ContentType
            );

    private static async Task<IResult> GetAsync(CatalogReader catalog, HttpContext http, CancellationToken cancellation)
    {
        var document = await catalog.ReadAsync(http.Request, cancellation);
        var tag = Answers.TagOf(document);
        if (Answers.Has(http, tag))
            return Answers.NotModified(http, tag);
        http.Response.Headers.ETag = tag;
        return Results.Json(document, CanonicalJson.Options, CatalogDocument.ContentType);
    }
}

/// <summary>Reads the catalogue, for the API and for its page.</summary>
internal sealed class CatalogReader(PlanStates states, IOptions<CatalogSettings> settings, IConfiguration configuration)
{
    internal async Task<CatalogDocument> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        new CatalogMaker(
            settings.Value,
            configuration.GetValue("Coordination:PublicReading", false),
            settings.Value.Address?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}"
        ).Make(await states.PlansAsync(cancellation));
}
