using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Coordination.Api.Pages;

namespace Coordination.Tests.Pages;

/// <summary>Texts, numbers, money and days as readers of both languages read them.</summary>
public sealed class LanguageTests
{
    private static readonly ResourceManager Texts = new("Coordination.Api.Pages.Texts", typeof(Language).Assembly);

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_values_in_them()
    {
        var indonesian = TextsOf(CultureInfo.InvariantCulture);
        var english = TextsOf(CultureInfo.GetCultureInfo("en"));
        Assert.Equal(indonesian.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in indonesian)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), key);
            Assert.True(ValuesIn(text).SetEquals(ValuesIn(english[key])), $"{key}: '{text}' and '{english[key]}'");
        }
    }

    [Fact]
    public void No_two_texts_have_names_that_differ_by_case_alone()
    {
        // The build keeps one of two such resources, and says nothing.
        var source = XDocument.Load(Path.Combine(Repository.Root, "Coordination.Api", "Pages", "Texts.resx"));
        var names = source.Descendants("data").Select(text => text.Attribute("name")!.Value).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [InlineData(8_036_500_000_000, "Rp8,04 triliun", "Rp8.04 trillion")]
    [InlineData(29_100_000_000, "Rp29,1 miliar", "Rp29.1 billion")]
    [InlineData(999_999_999, "Rp1.000 juta", "Rp1,000 million")]
    [InlineData(1_500_000, "Rp1,50 juta", "Rp1.50 million")]
    [InlineData(999_999, "Rp999.999", "Rp999,999")]
    [InlineData(0, "Rp0", "Rp0")]
    [InlineData(-2_500_000, "Rp-2,50 juta", "Rp-2.50 million")]
    public void Money_is_read_in_three_digits(long rupiah, string indonesian, string english)
    {
        Assert.Equal(indonesian, Language.Indonesian.Money(rupiah));
        Assert.Equal(english, Language.English.Money(rupiah));
    }

    [Fact]
    public void Rates_round_half_away_from_zero()
    {
        Assert.Equal("80%", Language.Indonesian.Percent(0.8m));
        Assert.Equal("57,9%", Language.Indonesian.Percent(0.57851m));
        Assert.Equal("0.1%", Language.English.Percent(0.0005m));
        Assert.Equal("76,0%", Language.Indonesian.Rate(0.76m));
    }

    [Fact]
    public void A_moment_is_read_in_western_Indonesian_time()
    {
        var moment = new DateTimeOffset(2026, 5, 31, 17, 5, 0, TimeSpan.Zero);
        Assert.Equal("1 Jun 2026 00.05 WIB", Language.Indonesian.Moment(moment));
        Assert.Equal("31 Mei 2026", Language.Indonesian.Day(new(2026, 5, 31)));
        Assert.Equal("31 May 2026", Language.English.Day(new(2026, 5, 31)));
    }

    private static HashSet<string> ValuesIn(string text) =>
        [.. Regex.Matches(text, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    private static Dictionary<string, string> TextsOf(CultureInfo culture) =>
        Texts
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
