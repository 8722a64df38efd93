using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.EventStore;

namespace Coordination.Api.Pages.Forms;

/// <summary>What was typed into a form, kept as it was typed, and what it says as a body of the API.</summary>
/// <param name="Values">By the names of the fields.</param>
/// <param name="Errors">What cannot be read, or is missing.</param>
public sealed record FormInput(IReadOnlyDictionary<string, string> Values, IReadOnlyList<FieldError> Errors)
{
    private static readonly JsonSerializerOptions Strict = CanonicalJson.ReadStrictly(new(JsonSerializerDefaults.Web));

    internal JsonObject Body { get; private init; } = [];

    /// <summary>The same with another body.</summary>
    internal FormInput With(JsonObject body) => this with { Body = body };

    /// <summary>The form as it is first shown.</summary>
    internal static FormInput Start(IReadOnlyList<FormField> fields, FormSubject subject) =>
        new(fields.ToDictionary(field => field.Name, field => field.Start?.Invoke(subject) ?? ""), []);

    /// <summary>The form as it was sent.</summary>
    internal static FormInput Read(IReadOnlyList<FormField> fields, FormSubject subject, IFormCollection form)
    {
        var values = fields.ToDictionary(
            field => field.Name,
            field => $"{form[field.Name]}".Replace("\r\n", "\n", StringComparison.Ordinal).Trim()
        );
        var (errors, body) = (new List<FieldError>(), new JsonObject());
        foreach (var field in fields)
        {
            var text = values[field.Name];
            if (text.Length > 0 && Node(field, text, subject) is { } node)
                Set(body, field.Name, node);
            else if (text.Length > 0)
                errors.Add(new(field.Name, subject.Language[$"error.typed.{field.Kind}"]));
            else if (IsNeeded(field, fields, values))
                errors.Add(new(field.Name, subject.Language["error.missing"]));
        }
        return new(values, errors) { Body = body };
    }

    /// <summary>What was typed as a command; none of a form that was not made here.</summary>
    internal object? To(Type command)
    {
        try
        {
            return Body.Deserialize(command, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsNeeded(FormField field, IReadOnlyList<FormField> fields, Dictionary<string, string> values) =>
        field.IsRequired
        || (
            field.Parent is { } parent
            && fields.Any(other =>
                other.Parent == parent && other.Kind != FieldKind.Flag && values[other.Name].Length > 0
            )
            && field.Kind != FieldKind.Flag
        );

    private static JsonNode? Node(FormField field, string text, FormSubject subject) =>
        field.Kind switch
        {
            FieldKind.Money => Typed.Money(text) is { } amount ? JsonValue.Create(amount) : null,
            FieldKind.Quantity => Typed.Quantity(text) is { } quantity ? JsonValue.Create(quantity) : null,
            FieldKind.Whole => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
                : null,
            FieldKind.Day => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
                ? JsonValue.Create(text)
                : null,
            FieldKind.Time => TimeOnly.TryParseExact(
                text.Replace('.', ':'),
                "H:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
                ? JsonValue.Create($"{time:HH':'mm':'ss}")
                : null,
            FieldKind.Choice => field.Options!(subject).Any(choice => choice.Value == text)
                ? JsonValue.Create(text)
                : null,
            FieldKind.Flag => JsonValue.Create(true),
            FieldKind.Rate => Typed.Quantity(text) is { } percent ? JsonValue.Create(percent / 100) : null,
            FieldKind.List => new JsonArray([
                .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => JsonValue.Create(line)),
            ]),
            _ => JsonValue.Create(text),
        };

    private static void Set(JsonObject body, string path, JsonNode value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
            body = (JsonObject)(body[name] ??= new JsonObject());
        body[names[^1]] = value;
    }
}
