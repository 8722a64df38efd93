using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Funding;
using Coordination.Domain.Reference;

namespace Coordination.Api.Reference;

/// <summary><c>GET /api/reference/…</c>: the codes that commands name, with the source of each list.</summary>
internal static class ReferenceRoutes
{
    internal static void MapReference(this WebApplication app)
    {
        var reference = app.MapGroup("/api/reference").WithTags("Reference");
        reference.Map("governments", "listGovernments", "governments.csv", Government.All);
        reference.Map("locations", "listLocations", "locations.csv", Location.All);
        reference.Map("priorities", "listPriorities", "priorities.csv", Priority.All);
        reference.Map("funding-sources", "listFundingSources", "funding-sources.csv", FundingSource.All);
        reference.Map("sub-activities", "listSubActivities", "nomenclature.csv", Nomenclature.All);
        reference.Map(
            "spbe-indicators",
            "listSpbeIndicators",
            "spbe-instrument-2020.csv",
            SpbeInstruments.Official.Latest.Indicators
        );
        reference.Map(
            "national-applications",
            "listNationalApplications",
            "national-applications.csv",
            NationalApplication.All
        );
        reference.Map("central-affairs", "listCentralAffairs", "central-affairs.csv", CentralAffair.All);
    }

    private static void Map<T>(
        this RouteGroupBuilder group,
        string name,
        string operation,
        string file,
        IReadOnlyList<T> items
    )
    {
        var source = ReferenceSource.All.Single(source => source.File == file);
        // The lists are part of the build: one answer, made once.
        var body = new Lazy<byte[]>(() =>
            Answers.ToBytes(new ReferenceList<T>(source.Version, source.Source, source.ReadOn, items))
        );
        var tag = Answers.Tag(name);
        group
            .MapGet(
                name,
                (HttpContext http) =>
                    Table.IsWanted(http) ? Table.Answer(http, items, tag)
                    : Answers.Has(http, tag) ? Answers.NotModified(http, tag)
                    : Answers.Bytes(http, body.Value, tag)
            )
            .Reads<ReferenceList<T>>(operation, $"Lists the {name.Replace('-', ' ')} with their source")
            .AlsoAsTable();
    }
}

/// <summary>A reference list with its version and where it comes from.</summary>
internal sealed record ReferenceList<T>(string Version, string Source, DateOnly ReadOn, IReadOnlyList<T> Items);
