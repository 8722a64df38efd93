using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>What a concept says of a program.</summary>
internal enum ConceptKind
{
    /// <summary>What the work is about.</summary>
    Subject,

    /// <summary>What is done with it: training, regulation, migration …</summary>
    Activity,

    /// <summary>What is made, where no activity is named.</summary>
    Making,

    /// <summary>Whom it is for.</summary>
    People,

    /// <summary>Where or on what it is done, which tells apart what is called alike: the records of patients and those of cattle.</summary>
    Setting,

    /// <summary>A place: measured by location codes, not by words.</summary>
    Place,
}

/// <summary>A row of <c>lexicon.csv</c>: a concept, and all the words and abbreviations that mean it.</summary>
/// <param name="Concept">Its name: in Indonesian for a subject, which reasons show; in English for others.</param>
/// <param name="Kind">What it says of a program.</param>
/// <param name="Weight">How much it tells programs apart; a rare word counts 0.8.</param>
/// <param name="Broader">The concept that it is a case of.</param>
/// <param name="Own"><c>yes</c>: a government's own affair unless the text says for whom else it is done.</param>
/// <param name="Terms">What means it, <c>;</c> between; a word of up to four letters counts only as it is written.</param>
internal sealed record LexiconRow(
    string Concept,
    ConceptKind Kind,
    double Weight,
    string? Broader,
    string? Own,
    string Terms
)
{
    /// <summary>The concept of terms that look like an activity and are none (<c>uji coba</c>).</summary>
    internal const string Nothing = "-";

    internal static IReadOnlyList<LexiconRow> All { get; } = ReferenceFile.Read<LexiconRow>("lexicon.csv");
}

/// <summary>A phrase of the lexicon found in a text.</summary>
/// <param name="Row">The concept it means.</param>
/// <param name="At">Index of its first word.</param>
/// <param name="Length">Number of its words.</param>
internal readonly record struct Match(LexiconRow Row, int At, int Length);

/// <summary>Finds the concepts of a text. The lexicon is fixed and versioned: what other programs say changes nothing.</summary>
internal static class Lexicon
{
    private const int LongestExact = 4;

    /// <summary>The phrases that begin with a stem, the longest first.</summary>
    private static readonly Dictionary<(ConceptKind, string), List<Phrase>> ByFirstStem = Index();

    internal static IReadOnlyDictionary<string, LexiconRow> Subjects { get; } =
        LexiconRow
            .All.Where(row => row.Kind == ConceptKind.Subject)
            .ToDictionary(row => row.Concept, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Broader = LexiconRow
        .All.Where(row => row.Broader is not null)
        .ToDictionary(row => row.Concept, row => row.Broader!, StringComparer.Ordinal);

    /// <summary>The concept that it is a case of, or none.</summary>
    internal static string? BroaderOf(string concept) => Broader.GetValueOrDefault(concept);

    /// <summary>Whether the concept is a government's own affair.</summary>
    internal static bool IsOwn(string concept) => Subjects.GetValueOrDefault(concept) is { Own: not null };

    /// <summary>The concepts of a kind that texts name.</summary>
    internal static HashSet<string> NamesOf(ConceptKind kind, params IEnumerable<IReadOnlyList<Word>> texts) =>
        [
            .. texts
                .SelectMany(words => Find(kind, words))
                .Select(match => match.Row.Concept)
                .Where(concept => concept != LexiconRow.Nothing),
        ];

    /// <summary>The matches of a kind from left to right, the longest at each place; they do not overlap.</summary>
    internal static IEnumerable<Match> Find(ConceptKind kind, IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count; )
        {
            var match = At(kind, words, at);
            if (match is { } found)
                yield return found;
            at += match?.Length ?? 1;
        }
    }

    private static Match? At(ConceptKind kind, IReadOnlyList<Word> words, int at)
    {
        if (ByFirstStem.TryGetValue((kind, words[at].Stem), out var phrases))
            foreach (var phrase in phrases)
                if (StandsAt(phrase.Words, words, at))
                    return new(phrase.Row, at, phrase.Words.Count);
        return null;
    }

    private static bool StandsAt(List<Word> phrase, IReadOnlyList<Word> words, int at)
    {
        if (phrase.Count > words.Count - at)
            return false;
        for (var i = 0; i < phrase.Count; i++)
            if (phrase[i].Stem != words[at + i].Stem || !IsSame(phrase[i].Surface, words[at + i].Surface))
                return false;
        return phrase.Count > 1 || !IsOtherWord(phrase[0], words[at]) && !IsOtherWord(words[at], phrase[0]);
    }

    /// <summary>
    /// One stem does not make one word: <c>pembiayaan</c> is not <c>biaya</c>, <c>kelautan</c> neither <c>laut</c> nor <c>melaut</c>, and
    /// <c>pembaca</c>, who does it, not <c>membaca</c>.
    /// </summary>
    private static bool IsOtherWord(Word one, Word other) =>
        one.Surface != one.Stem
        && (
            one.Surface.EndsWith("an", StringComparison.Ordinal)
                ? one.Surface.StartsWith("pe", StringComparison.Ordinal) && other.Surface == other.Stem
                    || one.Surface.StartsWith("ke", StringComparison.Ordinal)
                        && !other.Surface.StartsWith("ke", StringComparison.Ordinal)
                : IsWhoDoes(one) && !IsWhoDoes(other)
        );

    private static bool IsWhoDoes(Word word) =>
        word.Surface.StartsWith("pe", StringComparison.Ordinal)
        && !word.Surface.EndsWith("an", StringComparison.Ordinal)
        && !word.Surface.EndsWith("annya", StringComparison.Ordinal);

    /// <summary>Short words and abbreviations mean what they mean only as they are written.</summary>
    private static bool IsSame(string term, string surface) => term.Length > LongestExact || term == surface;

    private static Dictionary<(ConceptKind, string), List<Phrase>> Index()
    {
        var terms =
            from row in LexiconRow.All
            from term in row.Kind == ConceptKind.Subject
                ? row.Terms.Split(';').Append(row.Concept)
                : row.Terms.Split(';')
            select new Phrase(Words.Of(term), row);
        var places = Places.Names.Select(name => new Phrase(
            Words.Of(name),
            new(name, ConceptKind.Place, 0, null, null, name)
        ));
        return terms
            .Concat(places)
            .Where(phrase => phrase.Words.Count > 0)
            .GroupBy(phrase => (phrase.Row.Kind, phrase.Words[0].Stem))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Count).ToList());
    }

    private sealed record Phrase(List<Word> Words, LexiconRow Row);
}
