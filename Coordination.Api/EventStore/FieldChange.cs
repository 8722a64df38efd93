using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Coordination.Api.EventStore;

/// <summary>A field that is not what it was.</summary>
/// <param name="Field">Its path: <c>schedule.end</c>, <c>funding[1].amount</c>.</param>
/// <param name="From">The value before; missing when there was none.</param>
/// <param name="To">The value after; missing when there is none.</param>
public sealed record FieldChange(string Field, JsonElement? From, JsonElement? To)
{
    /// <summary>
    /// Every value that differs between two states as they are shown. States share what an event has not touched, so only what has changed
    /// is written out, however long their lists are.
    /// </summary>
    internal static IReadOnlyList<FieldChange> Between<TView>(TView? before, TView after)
        where TView : class
    {
        var changes = new List<FieldChange>();
        foreach (var member in Shown<TView>.Members)
            Compare(
                JsonNamingPolicy.CamelCase.ConvertName(member.Name),
                before is null ? null : member.GetValue(before),
                member.GetValue(after),
                changes
            );
        return changes;
    }

    /// <summary>Members of a view; where it stands in its history is no field of it.</summary>
    private static class Shown<TView>
    {
        internal static readonly PropertyInfo[] Members =
        [
            .. typeof(TView).GetProperties().Where(member => member.Name is not ("Version" or "Position")),
        ];
    }

    private static void Compare(string path, object? before, object? after, List<FieldChange> changes)
    {
        if (Equals(before, after))
            return;
        if (before is IList || after is IList)
        {
            var (old, now) = (before as IList ?? Array.Empty<object>(), after as IList ?? Array.Empty<object>());
            for (var i = 0; i < Math.Max(old.Count, now.Count); i++)
                Compare($"{path}[{i}]", i < old.Count ? old[i] : null, i < now.Count ? now[i] : null, changes);
            return;
        }
        var (from, to) = (Leaves(path, before), Leaves(path, after));
        changes.AddRange(
            from.Keys.Union(to.Keys, StringComparer.Ordinal)
                .Select(leaf => new FieldChange(leaf, Find(from, leaf), Find(to, leaf)))
                .Where(change => change.From is not { } a || change.To is not { } b || !JsonElement.DeepEquals(a, b))
        );
    }

    private static JsonElement? Find(Dictionary<string, JsonElement> leaves, string path) =>
        leaves.TryGetValue(path, out var value) ? value : null;

    private static Dictionary<string, JsonElement> Leaves(string path, object? value)
    {
        var leaves = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Collect(path, JsonSerializer.SerializeToElement(value, CanonicalJson.Options), leaves);
        return leaves;
    }

    private static void Collect(string path, JsonElement element, Dictionary<string, JsonElement> leaves)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                Collect($"{path}.{member.Name}", member.Value, leaves);
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in element.EnumerateArray().Index())
                Collect($"{path}[{index}]", item, leaves);
        else if (element.ValueKind != JsonValueKind.Null)
            leaves[path] = element;
    }
}
