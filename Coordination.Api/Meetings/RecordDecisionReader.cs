using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Meetings;

/// <summary>
/// Reads a decision of a meeting: the members of its kind, and beside them how it was taken. A finding that is accepted is the one that
/// the decision answers.
/// </summary>
internal sealed class RecordDecisionReader : JsonConverter<RecordDecision>
{
    private const string By = "by";
    private const string Finding = "finding";
    private const string Objections = "objections";

    public override RecordDecision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var body = ReadObject(ref reader);
        var isAcceptance = body["kind"] is JsonValue kind && kind.TryGetValue(out string? name) && name == "accept";
        var by = body.ContainsKey(By)
            ? Take<DecisionBy>(body, By, options)
            : throw new JsonException($"'{By}' is missing.");
        var objections = Take<ImmutableList<string>?>(body, Objections, options);
        if (objections?.Contains(null!) == true)
            throw new JsonException("an item of the list is null.");
        var finding = isAcceptance ? null : Take<string?>(body, Finding, options);
        var decision = body.Deserialize<Decision>(options) ?? throw new JsonException("a decision is an object.");
        return new(decision, by, finding, objections);
    }

    public override void Write(Utf8JsonWriter writer, RecordDecision value, JsonSerializerOptions options)
    {
        var body = JsonSerializer.SerializeToNode(value.Decision, options)!.AsObject();
        body[By] = JsonSerializer.SerializeToNode(value.By, options);
        if (value.Finding is not null)
            body[Finding] = value.Finding;
        if (value.Objections is not null)
            body[Objections] = JsonSerializer.SerializeToNode(value.Objections, options);
        body.WriteTo(writer, options);
    }

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var body = JsonElement.ParseValue(ref reader);
        if (body.ValueKind != JsonValueKind.Object)
            throw new JsonException("a decision is an object.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
            if (!names.Add(member.Name))
                throw new JsonException($"'{member.Name}' is there twice.");
        return JsonObject.Create(body)!;
    }

    private static T? Take<T>(JsonObject body, string name, JsonSerializerOptions options)
    {
        var value = body[name].Deserialize<T>(options);
        body.Remove(name);
        return value;
    }
}
