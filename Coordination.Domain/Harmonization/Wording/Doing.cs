namespace Coordination.Domain.Harmonization.Wording;

/// <summary>Something that a program does: an activity of the lexicon, or making something.</summary>
/// <param name="Name">Name in English: <c>training</c>, <c>regulation</c>, <c>application</c> …</param>
/// <param name="IsMain">Whether it is what the program is for, or told besides.</param>
internal readonly record struct Doing(string Name, bool IsMain)
{
    /// <summary>Helping is named in every other title; it counts where nothing is named to help with.</summary>
    private const string Assistance = "assistance";

    private const int WordsBetween = 3;

    private static readonly HashSet<string> MakingVerbs =
    [
        .. (
            (string[])
                [
                    "membangun",
                    "mengembangkan",
                    "membuat",
                    "memasang",
                    "menyediakan",
                    "mengadakan",
                    "menyusun",
                    "menyiapkan",
                    "menambah",
                    "sewa",
                    "membeli",
                    "menarik",
                ]
        ).Select(Stems.Of),
    ];

    private static readonly HashSet<string> Makings =
    [
        .. LexiconRow.All.Where(row => row.Kind == ConceptKind.Making).Select(row => row.Concept),
    ];

    private static readonly HashSet<string> WorkingOnPeople =
    [
        "training",
        "outreach",
        "exercise",
        Assistance,
        "scholarship",
        "competition",
        "certificate issuance",
    ];

    /// <summary>Whether people are what is worked on, not those who use what is made.</summary>
    internal bool IsOnPeople => WorkingOnPeople.Contains(Name);

    /// <summary>
    /// The title says what is done, by an activity, a verb of making, or the name of the thing made (<c>aplikasi</c>); where it says
    /// nothing, the rest does; otherwise an activity that only the rest names is told besides.
    /// </summary>
    internal static IReadOnlyList<Doing> In(List<Word> title, List<Word> rest)
    {
        var main = Lexicon.NamesOf(ConceptKind.Activity, title);
        // Those who are taught to make something make nothing yet.
        if (!main.Any(name => WorkingOnPeople.Contains(name)))
            main.UnionWith(MadeIn(title));
        if (main.Count == 0)
            main = Lexicon.NamesOf(ConceptKind.Making, title);
        var told = Lexicon.NamesOf(ConceptKind.Activity, rest);
        if (main.Count == 0)
        {
            main = [.. told, .. MadeIn(rest)];
            told = [];
        }
        if (main.Count == 0)
            main = Lexicon.NamesOf(ConceptKind.Making, rest);
        if (main.Count > 1)
            main.Remove(Assistance);
        told.Remove(Assistance);
        return
        [
            .. main.Order(StringComparer.Ordinal).Select(name => new Doing(name, IsMain: true)),
            .. told.Except(main).Order(StringComparer.Ordinal).Select(name => new Doing(name, IsMain: false)),
        ];
    }

    /// <summary>0–1: how close one is to the other.</summary>
    internal static double Closeness(Doing one, Doing other) =>
        one.Name == other.Name ? 1
        : Makings.Contains(one.Name) && Makings.Contains(other.Name) ? 0.5
        : Lexicon.BroaderOf(one.Name) == other.Name || Lexicon.BroaderOf(other.Name) == one.Name ? 0.7
        : one.Name == Assistance ? OfAssistanceWith(other)
        : other.Name == Assistance ? OfAssistanceWith(one)
        : 0;

    /// <summary>Helping others to assess or regulate is close to doing it; helping people is far from making something for them.</summary>
    private static double OfAssistanceWith(Doing other) => Makings.Contains(other.Name) ? 0.3 : 0.6;

    private static IEnumerable<string> MadeIn(List<Word> words) =>
        Lexicon
            .Find(ConceptKind.Making, words)
            .Where(match => words[Math.Max(0, match.At - WordsBetween)..match.At].Exists(IsMakingVerb))
            .Select(match => match.Row.Concept);

    private static bool IsMakingVerb(Word word) => MakingVerbs.Contains(word.Stem);
}
