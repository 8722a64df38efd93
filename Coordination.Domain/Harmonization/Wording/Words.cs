using System.Text;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>A word of a text: as written, or as the standard word it stands for, in lower case, and its stem.</summary>
internal readonly record struct Word(string Surface, string Stem);

/// <summary>Takes a text apart into words.</summary>
internal static class Words
{
    /// <summary>What is written short, in English or in daily speech (<c>dgn</c>, <c>online</c>, <c>hp</c>), by the word it stands for.</summary>
    private static readonly Dictionary<string, string> Synonyms = ReferenceFile
        .Read<Synonym>("synonyms.csv")
        .ToDictionary(row => row.Written, row => row.Read, StringComparer.Ordinal);

    /// <summary>The words of a text in order; <c>e-arsip</c> is one word, <c>kabupaten/kota</c> are two.</summary>
    internal static List<Word> Of(string text) =>
        [
            .. Split(text)
                .SelectMany(word => Synonyms.TryGetValue(word, out var read) ? Split(read) : [word])
                .Select(word => new Word(word, Stems.Of(word))),
        ];

    /// <summary>Prefixes that are written with a hyphen or without: <c>e-kinerja</c>, <c>tele-konsultasi</c>, <c>non-tunai</c>.</summary>
    private static readonly HashSet<string> Prefixes = ["co", "e", "non", "tele", "wi"];

    internal static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                word.Append(char.ToLowerInvariant(character));
            // Such a prefix belongs to its word, however it is written.
            else if (character != '-' || !Prefixes.Contains(word.ToString()))
            {
                if (word.Length > 0)
                    yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private sealed record Synonym(string Written, string Read);
}
