using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Text;
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
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseEmptyItems, RequireKind } };
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

    /// <summary>Members come in any order; and one of several kinds that names none is refused, not an error of ours.</summary>
    private static void RequireKind(JsonTypeInfo type)
    {
        if (type is { PolymorphismOptions.TypeDiscriminatorPropertyName: var kind, Type.IsAbstract: true })
            type.CreateObject = () => throw new JsonException($"'{kind}' is missing.");
    }

    private static JsonSerializerOptions Write(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        // Members come in any order, and the database keeps them in one of its own.
        options.AllowOutOfOrderMetadataProperties = true;
        // Answers are JSON, never put into HTML: sentences keep their quotes and letters.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new KebabCaseEnums());
        options.Converters.Add(new UtcMoments());
        options.Converters.Add(new NormalisedDecimalConverter());
        options.Converters.Add(new EnglishSentences());
        return options;
    }

    /// <summary>
    /// Choices by their exact names: the framework's own converter also takes numbers, other cases, and lists of names, which it adds up.
    /// </summary>
    private sealed class KebabCaseEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ExactName<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ExactName<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
            .ToFrozenDictionary(choice => choice, choice => NameOf(choice));

        private static readonly FrozenDictionary<string, T> ByName = Names.ToFrozenDictionary(
            entry => entry.Value,
            entry => entry.Key,
            StringComparer.Ordinal
        );

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString()!, out var choice)
                ? choice
                : throw new JsonException($"the value is not one of {string.Join(", ", Names.Values)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Names[value]);
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

    /// <summary>Sentences in English; what is read back has no values to say it in another language from.</summary>
    private sealed class EnglishSentences : JsonConverter<Sentence>
    {
        public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Sentence.Of(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>0.80 and 0.8 are one value and must be one text, or equal views would differ. Nothing is rounded on reading.</summary>
    private sealed class NormalisedDecimalConverter : JsonConverter<decimal>
    {
        private const int MostDigits = 28;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && IsExact(ref reader) && reader.TryGetDecimal(out var value)
                ? value
                : throw new JsonException("the value is not a number that this system can hold.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Decimals.Normalised(value));

        private static bool IsExact(ref Utf8JsonReader reader)
        {
            var text = Encoding.UTF8.GetString(
                reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan
            );
            var parts = text.Split('e', 'E');
            var digits = parts[0].Count(char.IsAsciiDigit);
            var decimals = parts[0].Contains('.') ? parts[0].Length - parts[0].IndexOf('.') - 1 : 0;
            var exponent =
                parts.Length == 1 ? 0
                : int.TryParse(parts[1], out var power) ? power
                : int.MinValue;
            return digits <= MostDigits && exponent >= decimals - MostDigits;
        }
    }
}
