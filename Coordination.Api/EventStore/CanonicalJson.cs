using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain;

namespace Coordination.Api.EventStore;

/// <summary>The one way this system writes JSON: the same value is always the same bytes.</summary>
internal static class CanonicalJson
{
    /// <summary>For what is stored and answered. Unknown members are skipped: an older program reads a newer one's events.</summary>
    internal static readonly JsonSerializerOptions Options = Write(new(JsonSerializerDefaults.Web));

    /// <summary>The name of a choice as JSON writes it.</summary>
    internal static string NameOf(Enum choice) => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());

    /// <summary>For what is asked: a member that would be ignored is refused, and so is one given twice.</summary>
    internal static JsonSerializerOptions ReadStrictly(JsonSerializerOptions options)
    {
        Write(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseEmptyItems } };
        return options;
    }

    /// <summary>The framework holds members to their nullability, but not the items of their lists.</summary>
    private static void RefuseEmptyItems(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.PropertyType.IsAssignableTo(typeof(IList))))
            if (member.Set is { } set)
                member.Set = (target, value) =>
                {
                    if (value is IList list && list.Contains(null))
                        throw new JsonException("an item of the list is null.");
                    set(target, value);
                };
    }

    private static JsonSerializerOptions Write(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        // Answers are JSON, never put into HTML: sentences keep their quotes and letters.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new KebabCaseEnums());
        options.Converters.Add(new UtcMoments());
        options.Converters.Add(new NormalisedDecimalConverter());
        return options;
    }

    /// <summary>A factory of its own, because the store takes the framework's away to put its own in.</summary>
    private sealed class KebabCaseEnums : JsonConverterFactory
    {
        private static readonly JsonStringEnumConverter Names = new(
            JsonNamingPolicy.KebabCaseLower,
            allowIntegerValues: false
        );

        public override bool CanConvert(Type typeToConvert) => Names.CanConvert(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            Names.CreateConverter(typeToConvert, options);
    }

    /// <summary>Moments are UTC and end in <c>Z</c>.</summary>
    private sealed class UtcMoments : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }

    /// <summary>0.80 and 0.8 are one value and must be one text, or equal views would differ.</summary>
    private sealed class NormalisedDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
                ? value
                : throw new JsonException("the value is not a number that this system can hold.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Decimals.Normalised(value));
    }
}
