using System.Collections.Concurrent;
using Coordination.Domain.Reference;
using Lucene.Net.Analysis.Id;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>
/// Stems of Indonesian words by Lucene's stemmer (Tala 2003). It cannot know which consonant a prefix has swallowed
/// (<c>menerbitkan</c> → <c>erbit</c>); the fixed vocabulary knows, and also which word a slip of the pen was meant to be.
/// </summary>
internal static class Stems
{
    private const int LeastForCorrection = 6;

    /// <summary>Room for the vocabulary of many plans; words that somebody makes up fill it and no more.</summary>
    private const int MostRemembered = 20_000;
    private const int LongestRemembered = 40;

    /// <summary>Texts are written with the same words again and again, and a stem that is looked for costs a hundred look-ups.</summary>
    private static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);
    private static int remembered;

    private static readonly string[] KeyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly char[] Swallowed = ['t', 'p', 'k', 's', 'r'];

    private static readonly Dictionary<string, string> Exceptions = ReferenceFile
        .Read<StemException>("stem-exceptions.csv")
        .ToDictionary(row => row.Word, row => row.Stem, StringComparer.Ordinal);

    private static readonly HashSet<string> Surfaces =
    [
        .. LexiconRow.All.SelectMany(row => row.Terms.Split(';').Append(row.Concept)).SelectMany(Words.Split),
        .. WordWeight.All.Select(row => row.Word),
        .. Nomenclature.All.SelectMany(row => Words.Split(row.Name)),
    ];

    /// <summary>
    /// Common roots: a word of one is no slip of the pen, and <c>memasang</c>, whose prefix swallows a letter, is of <c>pasang</c>.
    /// </summary>
    private static readonly HashSet<string> Roots =
    [
        .. ReferenceFile.Read<RootWord>("roots.csv").Select(row => row.Root),
    ];

    /// <summary>Words of the names of places: none is a slip of the pen.</summary>
    private static readonly HashSet<string> OfPlaces = [.. Location.All.SelectMany(row => Words.Split(row.Name))];

    private static readonly HashSet<string> Known = [.. Surfaces.Concat(Roots).Select(Raw)];

    /// <summary>Each known word of at least six letters, under itself and under itself without any one letter.</summary>
    private static readonly ILookup<string, string> ByDeletion = Surfaces
        .Where(word => word.Length >= LeastForCorrection && word.All(char.IsAsciiLetter))
        .SelectMany(word => Deletions(word).Select(key => (key, word)))
        .ToLookup(entry => entry.key, entry => entry.word, StringComparer.Ordinal);

    /// <summary>Whether the word stands in the fixed vocabulary: lexicon, word weights and nomenclature.</summary>
    internal static bool IsKnown(string word) => Surfaces.Contains(word);

    internal static string Of(string word)
    {
        if (Remembered.TryGetValue(word, out var stem))
            return stem;
        stem = Find(word);
        if (word.Length <= LongestRemembered && remembered < MostRemembered && Remembered.TryAdd(word, stem))
            Interlocked.Increment(ref remembered);
        return stem;
    }

    private static string Find(string word)
    {
        var stem = Raw(word);
        if (Swallowing(word) is { } letter && Roots.Contains(letter + stem))
            return letter + stem;
        if (Known.Contains(stem))
            return stem;
        if (Restored(word, stem) is { } restored)
            return restored;
        return Corrected(word) is { } meant ? Raw(meant) : stem;
    }

    private static string Raw(string word)
    {
        if (Exceptions.TryGetValue(word, out var stem))
            return stem;
        var letters = word.ToCharArray();
        return new(letters, 0, new IndonesianStemmer().Stem(letters, letters.Length, stemDerivational: true));
    }

    /// <summary>The letter that the prefix of a word swallows before a vowel: <c>mem-</c> a p, <c>men-</c> a t, <c>meny-</c> an s, <c>meng-</c> a k.</summary>
    private static char? Swallowing(string word) =>
        word.Length < 5 || word[0] is not ('m' or 'p') || word[1] != 'e' ? null
        : word[2] == 'm' ? 'p'
        : word[2] != 'n' ? null
        : word[3] == 'y' ? 's'
        : word[3] == 'g' ? 'k'
        : 't';

    private static string? Restored(string word, string stem) =>
        word.Length > stem.Length && word[0] is 'm' or 'p' && stem.Length > 2 && "aeiou".Contains(stem[0])
            ? Array.ConvertAll(Swallowed, consonant => consonant + stem).FirstOrDefault(Known.Contains)
            : null;

    /// <summary>
    /// The known word that one slip (a letter too many, too few, its neighbour on the keyboard, or two swapped) makes of it, the first by
    /// letter. Any other letter in its place makes another word: <c>pengajuan</c> is not <c>pengaduan</c>.
    /// </summary>
    private static string? Corrected(string word) =>
        word.Length < LeastForCorrection || !word.All(char.IsAsciiLetter) || OfPlaces.Contains(word)
            ? null
            : Deletions(word)
                .SelectMany(key => ByDeletion[key])
                .Where(known => known[0] == word[0] && IsOneSlip(known, word))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();

    /// <summary>
    /// Words that lose the same letters at different places are two slips apart: what differs between their common ends must be one letter,
    /// or two that are swapped.
    /// </summary>
    private static bool IsOneSlip(string one, string other)
    {
        var a = one.AsSpan(one.AsSpan().CommonPrefixLength(other));
        var b = other.AsSpan(one.Length - a.Length);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        return (a.Length, b.Length) switch
        {
            (<= 1, 0) or (0, 1) => true,
            (1, 1) => AreNeighbours(a[0], b[0]),
            (2, 2) => a[0] == b[1] && a[1] == b[0],
            _ => false,
        };
    }

    private static bool AreNeighbours(char one, char other) =>
        Array.Exists(KeyRows, row => row.Contains($"{one}{other}") || row.Contains($"{other}{one}"));

    private static IEnumerable<string> Deletions(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }

    private sealed record StemException(string Word, string Stem);

    private sealed record RootWord(string Root);
}
