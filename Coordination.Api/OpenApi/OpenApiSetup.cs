using Microsoft.OpenApi;

namespace Coordination.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c>, browsable at <c>/docs</c>.</summary>
internal static class OpenApiSetup
{
    internal static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    OperationDescription.DescribeValues(schema, context.JsonTypeInfo.Type);
                    MeetingExamples.Describe(schema, context);
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(
                (operation, context, _) =>
                {
                    OperationDescription.Complete(operation, context.Description);
                    return Task.CompletedTask;
                }
            );
            options.AddDocumentTransformer(
                (document, _, _) =>
                {
                    DocumentDescription.Complete(document);
                    return Task.CompletedTask;
                }
            );
        });

    internal static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal),
            docs =>
                docs.UseSwaggerUI(options =>
                {
                    options.RoutePrefix = "docs";
                    options.DocumentTitle = "Selaras";
                    options.SwaggerEndpoint("/openapi/v1.json", "Selaras");
                })
        );
    }
}
