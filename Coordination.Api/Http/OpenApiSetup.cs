using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Coordination.Api.Http;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c>, browsable at <c>/docs</c>.</summary>
internal static partial class OpenApiSetup
{
    internal static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(
                (document, _, _) =>
                {
                    document.Info = new()
                    {
                        Title = "Selaras",
                        Version = "1",
                        Description =
                            "Coordination of SPBE programs between a province and its kabupaten and kota: programs are "
                            + "planned, budgeted and completed, and seen together on the harmonization board of the plan.",
                    };
                    // The address of this machine says nothing to a reader of the document.
                    document.Servers = [new() { Url = "/" }];
                    return Task.CompletedTask;
                }
            );
            options.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    // Decimals are written by a converter of our own, which the generator cannot look into.
                    var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
                    if (type == typeof(decimal))
                        (schema.Type, schema.Format) = (
                            type == context.JsonTypeInfo.Type
                                ? JsonSchemaType.Number
                                : JsonSchemaType.Number | JsonSchemaType.Null,
                            null
                        );
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(
                (operation, context, _) =>
                {
                    if (context.Description.ActionDescriptor.EndpointMetadata.OfType<CommandMetadata>().Any())
                        AddCommandHeaders(operation);
                    if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TableMetadata>().Any())
                        operation.Responses!["200"].Content!["text/csv"] = new()
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                        };
                    AddPathParameters(operation, context.Description.RelativePath ?? "");
                    return Task.CompletedTask;
                }
            );
        });

    internal static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.DocumentTitle = "Selaras";
            options.SwaggerEndpoint("/openapi/v1.json", "Selaras");
        });
        app.MapGet("/", () => Results.Redirect("/docs")).ExcludeFromDescription();
    }

    private static void AddCommandHeaders(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            Header(
                "Idempotency-Key",
                "Up to 200 visible characters; the same key and body give the same answer, once, for 7 days."
            )
        );
        operation.Parameters.Add(Header("If-Match", "The version that you have seen, in quotes; stale is 412."));
    }

    /// <summary>Parts of a program are read off the route by one handler for all, which the generator cannot see.</summary>
    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        foreach (Match match in PathParameter().Matches(path))
            if (operation.Parameters.All(parameter => parameter.Name != match.Value))
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = match.Value,
                        In = ParameterLocation.Path,
                        Required = true,
                        Description = $"Which {match.Value} of the program.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    }
                );
    }

    [GeneratedRegex("(?<={)[a-z]+(?=})", RegexOptions.None, 1000)]
    private static partial Regex PathParameter();

    private static OpenApiParameter Header(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
