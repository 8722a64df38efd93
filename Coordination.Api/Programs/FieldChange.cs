using System.Text.Json;

namespace Coordination.Api.Programs;

/// <summary>A field that is not what it was.</summary>
/// <param name="Field">Its path: <c>schedule.end</c>, <c>funding[1].amount</c>.</param>
/// <param name="From">The value before; missing when there was none.</param>
/// <param name="To">The value after; missing when there is none.</param>
internal sealed record FieldChange(string Field, JsonElement? From, JsonElement? To)
{
    /// <summary>Every leaf that differs, in the order of the document after, then what is gone.</summary>
    internal static IReadOnlyList<FieldChange> Between(JsonElement? before, JsonElement? after)
    {
        var old = Leaves(before);
        var now = Leaves(after);
        return
        [
            .. now.Where(leaf => !old.TryGetValue(leaf.Key, out var was) || !JsonElement.DeepEquals(was, leaf.Value))
                .Select(leaf => new FieldChange(
                    leaf.Key,
                    old.TryGetValue(leaf.Key, out var was) ? was : null,
                    leaf.Value
                )),
            .. old.Where(leaf => !now.ContainsKey(leaf.Key))
                .Select(leaf => new FieldChange(leaf.Key, leaf.Value, null)),
        ];
    }

    private static Dictionary<string, JsonElement> Leaves(JsonElement? root)
    {
        var leaves = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (root is { } element)
            Collect("", element, leaves);
        return leaves;
    }

    private static void Collect(string path, JsonElement element, Dictionary<string, JsonElement> leaves)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                Collect(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, leaves);
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in element.EnumerateArray().Index())
                Collect($"{path}[{index}]", item, leaves);
        else if (element.ValueKind != JsonValueKind.Null)
            leaves[path] = element;
    }
}
