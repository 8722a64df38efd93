using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Tests;

/// <summary>Texts to compare values by: lists by their items, decimals with their scale, the type by name.</summary>
internal static class Json
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal static string Of(object value) =>
        $"{value.GetType().Name} {JsonSerializer.Serialize(value, value.GetType(), Options)}";

    internal static object RoundTrip(object value) =>
        JsonSerializer.Deserialize(
            JsonSerializer.Serialize(value, value.GetType(), Options),
            value.GetType(),
            Options
        )!;
}
