using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>Something that a program does: an activity of the lexicon, or making something.</summary>
/// <param name="Name">Name in English: <c>training</c>, <c>regulation</c>, <c>application</c> …</param>
/// <param name="IsMain">Whether it is what the program is for, or told besides.</param>
internal readonly record struct Doing(string Name, bool IsMain)
{
    /// <summary>Helping is named in every other title; it counts where nothing is named to help with.</summary>
    private const string Assistance = "assistance";

    /// <summary>Bringing something into use: whoever is helped to do so (<c>klinik digitalisasi</c>) is helped.</summary>
    private const string Rollout = "rollout";

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

    /// <summary>How close different activities are, both ways round; those that are not listed are different work.</summary>
    private static readonly Dictionary<(string, string), double> Near = ReferenceFile
        .Read<Nearness>("activity-closeness.csv")
        .SelectMany(row =>
            ((string, string, double)[])[(row.One, row.Other, row.Closeness), (row.Other, row.One, row.Closeness)]
        )
        .ToDictionary(row => (row.Item1, row.Item2), row => row.Item3);

    /// <summary>Activities that what follows in a title is only the topic of.</summary>
    private static readonly HashSet<string> Leading =
    [
        "training",
        "outreach",
        "exercise",
        "regulation",
        "competition",
        "meeting",
    ];

    /// <summary>Things whose name an activity completes.</summary>
    private static readonly HashSet<string> Instruments =
    [
        "alat",
        "aplikasi",
        "dasbor",
        "kamera",
        "layar",
        "mesin",
        "modul",
        "papan",
        "perangkat",
        "petugas",
        "portal",
        "ruang",
        "sensor",
        "sistem",
        "situs",
        "stasiun",
        "tim",
    ];

    private static readonly HashSet<string> Between = ["informasi", "manajemen", "elektronik", "digital", "daring"];

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

    /// <summary>Whether a program that does it says so: what follows in its title is only the topic.</summary>
    internal bool IsCalledSo => Leading.Contains(Name);

    /// <summary>Whether it makes something that people use on a screen; <c>sistem</c> alone says no more.</summary>
    internal bool IsSoftware => Name is "application" or "system";

    /// <summary>Whether people are what is worked on, not those who use what is made.</summary>
    internal bool IsOnPeople => WorkingOnPeople.Contains(Name);

    /// <summary>
    /// The title says what is done, by an activity, a verb of making, or the name of the thing made (<c>aplikasi</c>); where it says
    /// nothing, the rest does; otherwise an activity that only the rest names is told besides.
    /// </summary>
    internal static IReadOnlyList<Doing> In(List<Word> title, List<Word> rest)
    {
        var main = LeadingIn(title);
        if (main.Contains(Assistance))
            main.Remove(Rollout);
        // Those who are taught to make something make nothing yet.
        if (!main.Any(name => WorkingOnPeople.Contains(name)))
            main.UnionWith(MadeIn(title));
        if (main.Count == 0)
            main = Lexicon.NamesOf(ConceptKind.Making, title);
        var told = ActivitiesIn(rest).Select(match => match.Row.Concept).ToHashSet(StringComparer.Ordinal);
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

    /// <summary>Whether a title itself names an activity or a thing made.</summary>
    internal static bool IsNamedIn(List<Word> title) =>
        ActivitiesIn(title).Any() || Lexicon.Find(ConceptKind.Making, title).Any();

    /// <summary>0–1: how close one is to the other.</summary>
    internal static double Closeness(Doing one, Doing other) =>
        one.Name == other.Name ? 1
        : Near.TryGetValue((one.Name, other.Name), out var near) ? near
        : Lexicon.BroaderOf(one.Name) == other.Name || Lexicon.BroaderOf(other.Name) == one.Name ? 0.7
        : one.Name == Assistance ? OfAssistanceWith(other)
        : other.Name == Assistance ? OfAssistanceWith(one)
        : 0;

    /// <summary>Helping others to assess or regulate is close to doing it; helping people is far from making something for them.</summary>
    private static double OfAssistanceWith(Doing other) => Makings.Contains(other.Name) ? 0.3 : 0.6;

    /// <summary>
    /// The activities of a title. What follows teaching, a regulation or an event is what that is about: <c>pelatihan penyusunan
    /// peraturan</c> makes no regulation. Only what is joined to it (<c>dan</c>) is done as well.
    /// </summary>
    private static HashSet<string> LeadingIn(List<Word> title)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var end = int.MaxValue;
        foreach (var match in ActivitiesIn(title))
        {
            if (match.At >= end && !IsJoined(title, end, match.At))
                break;
            found.Add(match.Row.Concept);
            if (Leading.Contains(match.Row.Concept))
                end = match.At + match.Length;
        }
        return found;
    }

    private static bool IsJoined(List<Word> words, int end, int at) =>
        at - end <= 1 && words[end].Surface is "dan" or "serta";

    /// <summary>Activities, but for those that only say what an instrument is for: <c>alat ukur</c>, <c>sistem pemantauan</c>.</summary>
    private static IEnumerable<Match> ActivitiesIn(List<Word> words) =>
        Lexicon
            .Find(ConceptKind.Activity, words)
            .Where(match => match.Row.Concept != LexiconRow.Nothing && !IsOfInstrument(words, match.At));

    private static bool IsOfInstrument(List<Word> words, int at)
    {
        if (words[at].Surface.StartsWith("me", StringComparison.Ordinal))
            return false;
        var before = at - 1;
        while (before >= 0 && Between.Contains(words[before].Surface))
            before--;
        return before >= 0 && Instruments.Contains(words[before].Surface);
    }

    private static IEnumerable<string> MadeIn(List<Word> words) =>
        Lexicon
            .Find(ConceptKind.Making, words)
            .Where(match => words[Math.Max(0, match.At - WordsBetween)..match.At].Exists(IsMakingVerb))
            .Select(match => match.Row.Concept);

    private static bool IsMakingVerb(Word word) => MakingVerbs.Contains(word.Stem);

    private sealed record Nearness(string One, string Other, double Closeness);
}
