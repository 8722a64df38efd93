using System.Text.Json;
using Coordination.Api.ExamplePlan;

namespace Coordination.Tests;

/// <summary>The example's file as it is.</summary>
internal static class ExampleFile
{
    internal static IReadOnlyList<JsonElement> Programs { get; } = Read();

    private static List<JsonElement> Read()
    {
        using var file = typeof(ExampleCommands).Assembly.GetManifestResourceStream("example-plan-2024.json")!;
        return [.. JsonDocument.Parse(file).RootElement.EnumerateArray()];
    }
}
