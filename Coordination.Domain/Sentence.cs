using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Coordination.Domain;

/// <summary>
/// A sentence for people: its words and the values in it, kept apart. An interpolated text becomes one, so that the rule that says it says
/// it in English, and whoever shows it can say the same in another language from the same values. The words with <c>{0}</c>, <c>{1}</c> …
/// in place of the values are its <see cref="Template"/>, by which a translation is known.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly List<string> words;
    private readonly List<(object? Value, string? Format)> holes;

    /// <summary>For the compiler.</summary>
    public Sentence(int literalLength, int formattedCount)
    {
        _ = literalLength;
        words = new(formattedCount + 1);
        holes = new(formattedCount);
    }

    /// <summary>The English words, with a numbered hole for each value, as <c>string.Format</c> reads them.</summary>
    public string Template => string.Concat(words.Select(Escaped).Zip(Numbers(), (one, hole) => one + hole));

    /// <summary>What stands in the holes: text, number, day, a <see cref="Word"/>, a member of an enumeration, another sentence, or a list of such.</summary>
    public IReadOnlyList<object?> Values => holes.ConvertAll(hole => hole.Value);

    /// <summary>A text that has come from elsewhere and is the same in every language.</summary>
    public static Sentence Of(string text) => $"{text}";

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string value)
    {
        if (words.Count > holes.Count)
            words[^1] += value;
        else
            words.Add(value);
    }

    /// <summary>For the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (words.Count == holes.Count)
            words.Add("");
        holes.Add((value, format));
    }

    /// <summary>The sentence in English, with days as <c>2024-03-01</c>.</summary>
    public override string ToString()
    {
        var text = new DefaultInterpolatedStringHandler(0, holes.Count, CultureInfo.InvariantCulture);
        for (var i = 0; i < words.Count; i++)
        {
            text.AppendLiteral(words[i]);
            if (i < holes.Count)
                text.AppendFormatted(InEnglish(holes[i].Value, holes[i].Format));
        }
        return text.ToStringAndClear();
    }

    /// <summary>In English.</summary>
    public static implicit operator string(Sentence sentence) => sentence.ToString();

    /// <summary>Says the same.</summary>
    public bool Equals(Sentence? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Sentence);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static string? InEnglish(object? value, string? format) =>
        value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IEnumerable several and not string => string.Join(
                ", ",
                several.Cast<object?>().Select(one => InEnglish(one, null))
            ),
            IFormattable other and not Enum => other.ToString(format, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };

    private static string Escaped(string words) =>
        words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private IEnumerable<string> Numbers() =>
        Enumerable.Range(0, words.Count).Select(number => number < holes.Count ? $"{{{number}}}" : "");
}

/// <summary>A word of English in a sentence, of a set that every language has its own words for.</summary>
/// <param name="Set">What kind of word it is: <c>field</c>, <c>doing</c>, <c>status</c> …</param>
/// <param name="Text">The English word.</param>
public readonly record struct Word(string Set, string Text)
{
    /// <summary>The name of a member of an enumeration, in small letters.</summary>
    internal static Word Of(Enum value) =>
        new(
            value.GetType().Name,
            string.Concat(
                    $"{value}".Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {letter}" : $"{letter}")
                )
                .ToLowerInvariant()
        );

    /// <summary>The English word.</summary>
    public override string ToString() => Text;
}
