using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain;
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
            AddTables(operation);
        if (metadata.OfType<UploadMetadata>().SingleOrDefault() is { } upload)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Table.CsvType] = new() { Schema = Text(), Example = JsonValue.Create(upload.Example) },
                    [Table.XlsxType] = new() { Schema = Binary() },
                },
            };
        AddPathParameters(operation, description.RelativePath ?? "");
    }

    /// <summary>Decimals, sentences and choices are written by converters of our own, which the generator cannot look into.</summary>
    internal static void DescribeValues(OpenApiSchema schema, Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        var isOptional = value != type;
        if (value == typeof(decimal))
            (schema.Type, schema.Format) = (OrNone(JsonSchemaType.Number, isOptional), null);
        if (value == typeof(Sentence))
            schema.Type = JsonSchemaType.String;
        if (value.IsEnum)
        {
            schema.Type = OrNone(JsonSchemaType.String, isOptional);
            schema.Enum =
            [
                .. Enum.GetValues(value).Cast<Enum>().Select(choice => JsonValue.Create(CanonicalJson.NameOf(choice))),
            ];
        }
    }

    private static JsonSchemaType OrNone(JsonSchemaType type, bool isOptional) =>
        isOptional ? type | JsonSchemaType.Null : type;

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

    private static void AddTables(OpenApiOperation operation)
    {
        var content = operation.Responses!["200"].Content!;
        content[Table.CsvType] = new() { Schema = Text() };
        content[Table.XlsxType] = new() { Schema = Binary() };
        var format = Parameter(
            Table.Parameter,
            ParameterLocation.Query,
            "What is wanted, for a link that cannot say so in Accept. A table without a limit is the whole list."
        );
        format.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["json", "csv", "xlsx"] };
        operation.Parameters!.Add(format);
    }

    /// <summary>Parts of a program or an assessment are read off the route by one handler for all.</summary>
    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        foreach (Match match in PathParameter().Matches(path))
            if (operation.Parameters!.All(parameter => parameter.Name != match.Value))
            {
                var part = Parameter(
                    match.Value,
                    ParameterLocation.Path,
                    $"Which {match.Value} of what the path names."
                );
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

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    [GeneratedRegex("(?<={)[a-z]+(?=})", RegexOptions.None, 1000)]
    private static partial Regex PathParameter();
}
