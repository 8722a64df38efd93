namespace Coordination.Domain.Harmonization.Wording;

/// <summary>Terms of a reference file, to be found in a text whatever the inflection of their words.</summary>
internal sealed class Terms(string terms)
{
    private readonly List<(string Term, string[] Stems)> phrases =
    [
        .. terms.Split(';').Select(term => (term, Words.Of(term).Select(word => word.Stem).ToArray())),
    ];

    /// <summary>The first term that a text names, or none.</summary>
    internal string? FindIn(IReadOnlyList<Word> words)
    {
        foreach (var (term, stems) in phrases)
            for (var at = 0; at + stems.Length <= words.Count; at++)
                if (StandAt(words, at, stems))
                    return term;
        return null;
    }

    /// <summary>A loop of its own: every program is asked for every term at every word.</summary>
    private static bool StandAt(IReadOnlyList<Word> words, int at, string[] stems)
    {
        for (var i = 0; i < stems.Length; i++)
            if (words[at + i].Stem != stems[i])
                return false;
        return true;
    }

    /// <summary>Whether a text has one of the terms as it is written: for names, which are not inflected.</summary>
    internal bool StandIn(IReadOnlyList<Word> words) =>
        phrases.Exists(phrase =>
        {
            var surfaces = Words.Of(phrase.Term).Select(word => word.Surface).ToArray();
            return Enumerable
                .Range(0, Math.Max(0, words.Count - surfaces.Length + 1))
                .Any(at => surfaces.Index().All(word => words[at + word.Index].Surface == word.Item));
        });
}
