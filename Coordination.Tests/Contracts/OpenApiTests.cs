using System.Text.Json;
using Coordination.Tests.Api;

namespace Coordination.Tests.Contracts;

/// <summary>The OpenAPI document says what every operation is and answers.</summary>
public sealed class OpenApiTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task Every_operation_has_an_id_a_summary_and_its_refusals()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).ShouldBe(200).Json;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        foreach (var operation in path.Value.EnumerateObject())
        {
            var name = $"{operation.Name} {path.Name}";
            Assert.True(ids.Add(operation.Value.GetProperty("operationId").GetString()!), name);
            Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()), name);
            AssertParameters(path.Name, operation.Value, name);
            if (operation.Name is "post" or "delete")
                Assert.True(operation.Value.GetProperty("responses").TryGetProperty("503", out _), name);
        }
        Assert.Contains("planProgram", ids);
        Assert.Contains("getBoard", ids);
    }

    [Fact]
    public async Task Everything_that_is_asked_or_answered_has_an_example()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).ShouldBe(200).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        foreach (var operation in path.Value.EnumerateObject())
        foreach (var body in Bodies(operation.Value))
        {
            var name = body.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            Assert.True(schemas.GetProperty(name).TryGetProperty("examples", out _), $"{name} of {path.Name}");
        }
    }

    [Fact]
    public async Task The_documentation_is_browsable() =>
        Assert.Contains(
            "swagger",
            (await api.GetAsync("/docs/index.html")).ShouldBe(200).Text,
            StringComparison.Ordinal
        );

    private static IEnumerable<JsonElement> Bodies(JsonElement operation)
    {
        var holders = operation.GetProperty("responses").EnumerateObject().Select(response => response.Value).ToList();
        if (operation.TryGetProperty("requestBody", out var request))
            holders.Add(request);
        return holders
            .Where(holder => holder.TryGetProperty("content", out _))
            .SelectMany(holder => holder.GetProperty("content").EnumerateObject())
            .Where(content => content.Name.EndsWith("json", StringComparison.Ordinal))
            .Select(content => content.Value);
    }

    private static void AssertParameters(string path, JsonElement operation, string name)
    {
        var described = operation.TryGetProperty("parameters", out var parameters)
            ? parameters
                .EnumerateArray()
                .Where(p => p.GetProperty("in").GetString() == "path")
                .Select(p => p.GetProperty("name").GetString())
            : [];
        var inPath = path.Split('{').Skip(1).Select(part => part.Split('}')[0]);
        Assert.True(inPath.Order(StringComparer.Ordinal).SequenceEqual(described.Order(StringComparer.Ordinal)), name);
    }
}
