using System.Text.RegularExpressions;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>What a program's title, description and output indicator say: what it is about, what is done, and for whom.</summary>
internal sealed partial record ProgramWording
{
    /// <summary>
    /// What is named in the title says most of what a program is, and what is named again and again is its heart: the parts add up.
    /// </summary>
    private const double InTitle = 1.2;
    private const double InDescription = 0.8;
    private const double InOutput = 0.5;

    /// <summary>What a concept says of the broader one that it is a case of.</summary>
    private const double OfBroader = 0.7;

    /// <summary>The least weight of a concept that says what a title is about.</summary>
    private const double OfHead = 1.5;

    /// <summary>The least weight of a concept that is a thing, not a field of work.</summary>
    private const double OfObject = 2;

    /// <summary>Concepts, and stems of words that no concept claims, by how much they count.</summary>
    internal required IReadOnlyDictionary<string, double> Subjects { get; init; }

    /// <summary>Concepts that the title names, but for the most general.</summary>
    internal required IReadOnlySet<string> Heads { get; init; }

    /// <summary>Things that the title names and that tell programs apart: no field of work (<c>pertanian</c>), no broader concept.</summary>
    internal required IReadOnlySet<string> Objects { get; init; }

    /// <summary>What is done.</summary>
    internal required IReadOnlyList<Doing> Doings { get; init; }

    /// <summary>Whether the title names what is done, or only the rest of the text hints at it.</summary>
    internal required bool IsClear { get; init; }

    /// <summary>Whom it is for.</summary>
    internal required IReadOnlySet<string> People { get; init; }

    /// <summary>The settings that the title names.</summary>
    internal required IReadOnlySet<string> TitleSettings { get; init; }

    /// <summary>The settings that any part of the text names.</summary>
    internal required IReadOnlySet<string> Settings { get; init; }

    internal static ProgramWording Of(ProgramDetails details)
    {
        var title = Words.Of(details.Title);
        var description = Words.Of(Background().Replace(details.Description, ""));
        var output = Words.Of(details.Output.Indicator);
        var subjects = new Dictionary<string, double>(StringComparer.Ordinal);
        AddSubjects(subjects, title, InTitle);
        AddSubjects(subjects, description, InDescription);
        AddSubjects(subjects, output, InOutput);
        return new()
        {
            Subjects = subjects,
            Heads = HeadsOf(title),
            Objects = ObjectsOf(title),
            Doings = Doing.In(title, [.. description, .. output]),
            IsClear = Doing.IsNamedIn(title),
            People = Audience.Narrowest(Lexicon.NamesOf(ConceptKind.People, title, description, output)),
            TitleSettings = Lexicon.NamesOf(ConceptKind.Setting, title),
            Settings = Lexicon.NamesOf(ConceptKind.Setting, title, description, output),
        };
    }

    /// <summary>What a description says only of why or when (<c>sebagai dasar arsitektur SPBE</c>): it is not the work.</summary>
    [GeneratedRegex(
        @"\b(sebagai dasar|sebagai tindak lanjut|untuk mendukung|guna mendukung|dalam rangka|setelah|sesuai|berdasarkan|menunggu|tidak termasuk|belum termasuk|di luar)\b[^.;,:]*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Background();

    private static HashSet<string> HeadsOf(List<Word> title) =>
        [
            .. Lexicon
                .Find(ConceptKind.Subject, title)
                .SelectMany(match => (string?[])[match.Row.Concept, match.Row.Broader])
                .OfType<string>()
                .Where(concept => Lexicon.Subjects[concept].Weight >= OfHead),
        ];

    private static HashSet<string> ObjectsOf(List<Word> title) =>
        [
            .. Lexicon
                .Find(ConceptKind.Subject, title)
                .Select(match => match.Row)
                .Where(row => row.Weight >= OfObject)
                .Select(row => row.Concept),
        ];

    /// <summary>
    /// Whether both titles name things and neither text names what the other title does: then they share a field of work at most.
    /// </summary>
    internal static bool AreApart(ProgramWording one, ProgramWording other) =>
        one.Objects.Count > 0
        && other.Objects.Count > 0
        && !one.Objects.Any(other.Names)
        && !other.Objects.Any(one.Names);

    /// <summary>Whether both titles name a setting and neither text names one that the other title does.</summary>
    internal static bool AreElsewhere(ProgramWording one, ProgramWording other) =>
        one.TitleSettings.Count > 0
        && other.TitleSettings.Count > 0
        && !one.TitleSettings.Overlaps(other.Settings)
        && !other.TitleSettings.Overlaps(one.Settings);

    /// <summary>Whether it names the thing, or its title the broader one that it is a case of.</summary>
    private bool Names(string thing) =>
        Subjects.ContainsKey(thing) || (Lexicon.BroaderOf(thing) is { } broader && Objects.Contains(broader));

    /// <summary>Adds what a part of the text is about: each concept or word once, however often the part names it.</summary>
    private static void AddSubjects(Dictionary<string, double> subjects, List<Word> words, double factor)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var claimed = new bool[words.Count];
        var ofPlaces = new bool[words.Count];
        foreach (var match in Lexicon.Find(ConceptKind.Place, words))
            Array.Fill(ofPlaces, true, match.At, match.Length);
        ofPlaces.CopyTo(claimed, 0);
        foreach (var kind in (ConceptKind[])[ConceptKind.People, ConceptKind.Activity])
        foreach (var match in Lexicon.Find(kind, words))
            Array.Fill(claimed, true, match.At, match.Length);
        foreach (var match in Lexicon.Find(ConceptKind.Subject, words))
        {
            if (ofPlaces[match.At])
                continue;
            Array.Fill(claimed, true, match.At, match.Length);
            Raise(found, match.Row.Concept, match.Row.Weight);
            if (match.Row.Broader is { } broader)
                Raise(found, broader, Lexicon.Subjects[broader].Weight * OfBroader);
        }
        for (var i = 0; i < words.Count; i++)
            if (!claimed[i] && WordWeights.Of(words[i]) is > 0 and var weight)
                Raise(found, words[i].Stem, weight);
        foreach (var (name, weight) in found)
            subjects[name] = subjects.GetValueOrDefault(name) + (weight * factor);
    }

    private static void Raise(Dictionary<string, double> subjects, string name, double weight) =>
        subjects[name] = Math.Max(subjects.GetValueOrDefault(name), weight);
}
