using System.Text.Json;
using Coordination.Api.EventStore;

namespace Coordination.Tests;

/// <summary>Texts to compare values by: lists by their items, the type by name, as the store writes them.</summary>
internal static class Json
{
    internal static JsonSerializerOptions Options => CanonicalJson.Options;

    internal static string Of(object value) =>
        $"{value.GetType().Name} {JsonSerializer.Serialize(value, value.GetType(), Options)}";

    internal static object RoundTrip(object value) =>
        JsonSerializer.Deserialize(
            JsonSerializer.Serialize(value, value.GetType(), Options),
            value.GetType(),
            Options
        )!;
}
