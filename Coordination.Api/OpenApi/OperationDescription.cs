using System.Text.RegularExpressions;
using Coordination.Api.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Coordination.Api.OpenApi;

/// <summary>Completes what the generator cannot see of an operation: headers, tables, and parts of the path.</summary>
internal static partial class OperationDescription
{
    internal static void Complete(OpenApiOperation operation, ApiDescription description)
    {
        operation.Parameters ??= [];
        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CommandMetadata>().Any())
            AddCommandHeaders(operation);
        if (metadata.OfType<TableMetadata>().Any())
            operation.Responses!["200"].Content!["text/csv"] = new() { Schema = Text() };
        AddPathParameters(operation, description.RelativePath ?? "");
    }

    /// <summary>Decimals are written by a converter of our own, which the generator cannot look into.</summary>
    internal static void DescribeDecimals(OpenApiSchema schema, Type type)
    {
        if ((Nullable.GetUnderlyingType(type) ?? type) != typeof(decimal))
            return;
        schema.Format = null;
        schema.Type = type == typeof(decimal) ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null;
    }

    private static void AddCommandHeaders(OpenApiOperation operation)
    {
        operation.Parameters!.Add(
            Parameter(
                "Idempotency-Key",
                ParameterLocation.Header,
                "Up to 200 visible characters; the same key and body give the same answer, once, for 7 days."
            )
        );
        operation.Parameters.Add(
            Parameter("If-Match", ParameterLocation.Header, "The version that you have seen, in quotes; stale is 412.")
        );
    }

    /// <summary>Parts of a program are read off the route by one handler for all.</summary>
    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        foreach (Match match in PathParameter().Matches(path))
            if (operation.Parameters!.All(parameter => parameter.Name != match.Value))
            {
                var part = Parameter(match.Value, ParameterLocation.Path, $"Which {match.Value} of the program.");
                part.Required = true;
                operation.Parameters!.Add(part);
            }
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string description) =>
        new()
        {
            Name = name,
            In = place,
            Description = description,
            Schema = Text(),
        };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    [GeneratedRegex("(?<={)[a-z]+(?=})", RegexOptions.None, 1000)]
    private static partial Regex PathParameter();
}
