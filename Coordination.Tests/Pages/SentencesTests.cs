using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Coordination.Api.Pages;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Wording;
using Word = Coordination.Domain.Word;

namespace Coordination.Tests.Pages;

public sealed partial class SentencesTests
{
    private static readonly ResourceManager Indonesian = new(
        "Coordination.Api.Pages.Sentences",
        typeof(Language).Assembly
    );

    private static readonly string[] Assemblies =
    [
        typeof(Sentence).Assembly.Location,
        typeof(Language).Assembly.Location,
    ];

    /// <summary>English may name a thing in both languages where Indonesian has one name for it; none of its values is made up.</summary>
    [Fact]
    public void Every_sentence_of_the_code_has_its_words_in_Indonesian_with_the_same_values()
    {
        var templates = Said();
        Assert.True(templates.Count > 200, $"Only {templates.Count} sentences were found.");
        Assert.DoesNotContain(
            templates,
            template => Find(template) is not { } text || !Holes(text).IsSubsetOf(Holes(template))
        );
        Assert.InRange(templates.Count(template => Holes(Find(template)!).Count < Holes(template).Count), 0, 1);
    }

    [Fact]
    public void Every_word_that_stands_in_a_sentence_is_known_in_Indonesian()
    {
        var members = Assemblies
            .SelectMany(SentencesInCode.Enumerations)
            .SelectMany(found => Enum.GetValues(found.Type).Cast<Enum>().Select(member => KeyOf(member, found.IsWord)));
        var concepts = LexiconRow
            .All.Where(row => row.Concept != LexiconRow.Nothing)
            .Where(row => row.Kind is ConceptKind.Activity or ConceptKind.Making or ConceptKind.People)
            .Select(row => $"{(row.Kind == ConceptKind.People ? "people" : "work")}: {row.Concept}");
        Assert.DoesNotContain(members.Concat(concepts), key => Find(key) is null);
    }

    [Fact]
    public void No_words_are_kept_that_nothing_says()
    {
        var kept = Indonesian
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => !WordKey().IsMatch(key));
        Assert.Empty(kept.Except(Said(), StringComparer.Ordinal));
    }

    [Fact]
    public void Values_are_written_as_the_reader_writes_them()
    {
        Sentence part = $"(people {0.25m})";
        Sentence whole = $"Both are for {(List<Word>)[new("people", "farmers"), new("people", "fishers")]} {part}.";
        Assert.Equal("Both are for farmers, fishers (people 0.25).", whole.ToString());
        Assert.Equal("Keduanya untuk petani, nelayan (sasaran 0,25).", Language.Indonesian.Say(whole));
        Assert.Equal("Both are for farmers, fishers (people 0.25).", Language.English.Say(whole));
        Sentence day = $"{"Diskominfo"} needs internet from {new DateOnly(2024, 3, 1)} on.";
        Assert.Equal("Diskominfo needs internet from 2024-03-01 on.", day.ToString());
        Assert.Equal("Diskominfo memerlukan internet mulai 1 Mar 2024.", Language.Indonesian.Say(day));
    }

    [Fact]
    public void Braces_that_somebody_typed_stay_as_they_are()
    {
        Sentence sentence = $"'{"{0} {x"}' is not the code of a location.";
        Assert.Equal("'{0} {x' is not the code of a location.", sentence.ToString());
        Assert.Equal("“{0} {x” bukan kode lokasi.", Language.Indonesian.Say(sentence));
    }

    private static string KeyOf(Enum member, bool isWord) =>
        isWord ? $"{member.GetType().Name}: {Word.Of(member).Text}" : $"{member.GetType().Name}: {member}";

    private static string? Find(string key) => Indonesian.GetString(key, CultureInfo.InvariantCulture);

    private static HashSet<string> Said() => [.. Assemblies.SelectMany(SentencesInCode.Templates)];

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("^(work|people|law|range|role|[A-Z][a-z]+[A-Z][A-Za-z]+): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordKey();
}
