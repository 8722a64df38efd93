using System.Text;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>A word of a text: as written, in lower case, and its stem.</summary>
internal readonly record struct Word(string Surface, string Stem);

/// <summary>Takes a text apart into words.</summary>
internal static class Words
{
    /// <summary>The words of a text in order; <c>e-arsip</c> is one word, <c>kabupaten/kota</c> are two.</summary>
    internal static List<Word> Of(string text) => [.. Split(text).Select(word => new Word(word, Stems.Of(word)))];

    internal static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                word.Append(char.ToLowerInvariant(character));
            // The prefix "e-" belongs to its word, however it is written.
            else if (!(character == '-' && word is [('e' or 'E')]))
            {
                if (word.Length > 0)
                    yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }
}
