using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Microsoft.OpenApi;

namespace Coordination.Api.OpenApi;

/// <summary>What the document says of the whole, and the examples of what is asked and answered.</summary>
internal static class DocumentDescription
{
    private const string Bearer = "bearer";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["Plans"] = "A province's plan of a fiscal year: opened, aimed, agreed, closed.",
        ["Harmonization"] = "The views that a coordination meeting looks at, now or at any point of the past.",
        ["Funding"] = "The money of a plan: asked, granted, allocated, realised; recorded and compared many at once.",
        ["Programs"] = "What a government proposes to do: planned, budgeted, carried out, completed.",
        ["Assessments"] = "A government's SPBE index of a year: levels by indicator, and what decrees published.",
        ["Coverage"] = "Which villages and districts have signal and internet, by whom and of when it is reported.",
        ["Meetings"] = "Where a plan is decided on: called, opened, decided, closed with minutes that are sealed.",
        ["Audit"] = "Who recorded what, when and why; and whether the events are still what was recorded.",
        ["Sign-in"] = "A token for name and password; what every account does for itself.",
        ["Users"] = "Accounts and their roles, by an admin.",
        ["Reference"] = "The codes that commands name, with the source of each list.",
    };

    internal static void Complete(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Selaras",
            Version = "1",
            Description =
                "Coordination of SPBE programs between a province and its kabupaten and kota: programs are planned, "
                + "budgeted and completed, and seen together on the harmonization board of the plan.",
        };
        // The address of this machine says nothing to a reader of the document.
        document.Servers = [new() { Url = "/" }];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            tag.Description = Tags.GetValueOrDefault(tag.Name ?? "");
        document.AddComponent(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token that POST /api/sign-in has given, or one of the OpenID Connect provider.",
            }
        );
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, example) in Examples.All)
            if (schemas.TryGetValue(name, out var schema))
                ((OpenApiSchema)schema).Examples = [JsonNode.Parse(example)!];
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToArray() ?? []))
            Complete(operation, document, schemas);
    }

    /// <summary>A command is described by what its body is; the table of rights says what is open.</summary>
    private static void Complete(
        OpenApiOperation operation,
        OpenApiDocument document,
        IDictionary<string, IOpenApiSchema> schemas
    )
    {
        var isOpen = Rights.Find(operation.OperationId ?? "") is { IsOpen: true };
        operation.Security = isOpen ? [] : [new() { [new(Bearer, document)] = [] }];
        var body = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema as OpenApiSchemaReference;
        if (body?.Reference.Id is { } id && schemas.TryGetValue(id, out var schema))
            operation.Description ??= schema.Description;
        operation.Description ??= operation.Summary + ".";
    }
}
