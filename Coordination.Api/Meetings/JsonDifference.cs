using System.Text.Json;

namespace Coordination.Api.Meetings;

/// <summary>Where two JSON values are apart: the deepest members that differ.</summary>
internal static class JsonDifference
{
    internal static IEnumerable<MinutesDifference> Of(JsonElement from, JsonElement to) => Of("", from, to);

    private static IEnumerable<MinutesDifference> Of(string path, JsonElement? from, JsonElement? to) =>
        (from, to) switch
        {
            ({ ValueKind: JsonValueKind.Object } one, { ValueKind: JsonValueKind.Object } other) => Names(one)
                .Union(Names(other), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .SelectMany(name =>
                    Of(path.Length == 0 ? name : $"{path}.{name}", Member(one, name), Member(other, name))
                ),
            ({ ValueKind: JsonValueKind.Array } one, { ValueKind: JsonValueKind.Array } other) => Enumerable
                .Range(0, Math.Max(one.GetArrayLength(), other.GetArrayLength()))
                .SelectMany(at => Of($"{path}[{at}]", Item(one, at), Item(other, at))),
            ({ } one, { } other) when JsonElement.DeepEquals(one, other) => [],
            _ => [new(path, from, to)],
        };

    private static IEnumerable<string> Names(JsonElement value) =>
        value.EnumerateObject().Select(member => member.Name);

    private static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Item(JsonElement value, int at) => at < value.GetArrayLength() ? value[at] : null;
}
