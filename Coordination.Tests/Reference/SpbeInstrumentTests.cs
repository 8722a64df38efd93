using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Tests.Reference;

public class SpbeInstrumentTests
{
    private static readonly SpbeInstrument Instrument = SpbeInstruments.Official.Latest;

    [Fact]
    public void There_are_47_indicators_whose_weights_sum_to_exactly_100()
    {
        Assert.Equal(Enumerable.Range(1, 47), Instrument.Indicators.Select(indicator => indicator.Number));
        Assert.Equal(100m, Instrument.Indicators.Sum(indicator => indicator.WeightPercent));
        Assert.Equal(3.00m, Instrument.Find(42)!.WeightPercent);
        Assert.Null(Instrument.Find(0));
        Assert.Null(Instrument.Find(48));
    }

    [Fact]
    public void Domains_and_aspects_weigh_what_their_indicators_do()
    {
        Assert.Equal([13, 25, 16.5m, 45.5m], Instrument.Domains.Select(domain => domain.WeightPercent));
        Assert.Equal([10, 10, 11, 16], Instrument.Domains.Select(domain => domain.Indicators.Count));
        Assert.Equal([13, 10, 10, 5, 12, 4.5m, 27.5m, 18], Instrument.Aspects.Select(aspect => aspect.WeightPercent));
        Assert.Equal("Layanan SPBE", Instrument.Domains[3].Name);
    }

    [Theory]
    [InlineData("1", "Kurang")]
    [InlineData("1.7999", "Kurang")]
    [InlineData("1.8", "Cukup")]
    [InlineData("2.5999", "Cukup")]
    [InlineData("2.6", "Baik")]
    [InlineData("3.4999", "Baik")]
    [InlineData("3.5", "Sangat Baik")]
    [InlineData("4.1999", "Sangat Baik")]
    [InlineData("4.2", "Memuaskan")]
    [InlineData("5", "Memuaskan")]
    public void A_predicate_begins_at_its_own_value(string index, string predicate) =>
        Assert.Equal(predicate, Instrument.PredicateOf(Exact.Decimal(index)));

    [Theory]
    [InlineData(new[] { "1", "1", "3.82", "1.73" }, "1.79745", "1.80", "Kurang")]
    [InlineData(new[] { "2.5", "2.6", "1.55", "3.01" }, "2.60030", "2.60", "Baik")]
    [InlineData(new[] { "2.5", "2.6", "1.55", "2.99" }, "2.59120", "2.59", "Cukup")]
    [InlineData(new[] { "2.6", "2.6", "1.55", "2.98" }, "2.59965", "2.60", "Cukup")]
    [InlineData(new[] { "3.5", "3.5", "3.45", "3.51" }, "3.49630", "3.50", "Baik")]
    [InlineData(new[] { "3.5", "3.5", "3.45", "3.52" }, "3.50085", "3.50", "Sangat Baik")]
    public void The_predicate_is_that_of_the_unrounded_index(
        string[] domains,
        string index,
        string printed,
        string predicate
    )
    {
        var unrounded = Instrument.IndexOf([.. domains.Select(Exact.Decimal)]);

        Assert.Equal((Exact.Decimal(index), Exact.Decimal(printed)), (unrounded, Printed(unrounded)));
        Assert.Equal(predicate, Instrument.PredicateOf(unrounded));
    }

    public static TheoryData<string> PublishedIds => new(AssessmentExample.PublishedRows.Select(row => row.Id));

    [Theory]
    [MemberData(nameof(PublishedIds))]
    public void A_published_row_follows_from_its_domain_values(string id)
    {
        var row = AssessmentExample.PublishedRows.Single(entry => entry.Id == id);
        var unrounded = Instrument.IndexOf(row.Domains);

        Assert.Equal((row.Index, row.Predicate), (Printed(unrounded), Instrument.PredicateOf(unrounded)));
        Assert.True(new Publication(row.Domains, row.Index, row.Decree, row.PublishedOn).IsConsistentWith(Instrument));
    }

    [Fact]
    public void The_rows_are_those_of_eight_governments_in_two_years() =>
        Assert.Equal(
            from year in (int[])[2023, 2024]
            from code in Boards.Codes
            select $"{code}-{year}",
            AssessmentExample.PublishedRows.Select(row => row.Id)
        );

    [Fact]
    public void The_levels_of_the_example_give_what_was_published() =>
        Assert.All(
            AssessmentExample.PublishedRows.Where(row => row.Levels.Count > 0),
            row =>
            {
                var figures = AssessmentFigures.Of(
                    row.Levels.Index().ToDictionary(entry => entry.Index + 1, entry => entry.Item),
                    Instrument
                );
                Assert.Equal(row.Domains, figures.Domains.Select(domain => Printed(domain.Index!.Value)));
                Assert.Equal((row.Index, row.Predicate), (Printed(figures.Index!.Value), figures.Predicate));
            }
        );

    /// <summary>3.4963 prints as 3.50, whose own predicate would be Sangat Baik; 2.6003 printed as 2.59 must have been less.</summary>
    [Theory]
    [InlineData("3.5", "3.5", "3.45", "3.51", "3.50", "Baik")]
    [InlineData("3.5", "3.5", "3.45", "3.52", "3.49", "Baik")]
    [InlineData("3.5", "3.5", "3.45", "3.51", "3.51", "Sangat Baik")]
    [InlineData("2.5", "2.6", "1.55", "3.01", "2.59", "Cukup")]
    [InlineData("2.6", "2.6", "1.55", "2.98", "2.61", "Baik")]
    public void What_was_printed_narrows_what_the_domain_values_leave_open(
        string d1,
        string d2,
        string d3,
        string d4,
        string printed,
        string predicate
    )
    {
        var published = new Publication(
            [Exact.Decimal(d1), Exact.Decimal(d2), Exact.Decimal(d3), Exact.Decimal(d4)],
            Exact.Decimal(printed),
            "Contoh",
            new(2024, 1, 1)
        );

        Assert.Equal(predicate, Instrument.PredicateOf(published.Unrounded(Instrument)));
    }

    [Fact]
    public void An_index_is_none_while_an_indicator_has_no_level()
    {
        var levels = AssessmentExample.Levels(3);
        Assert.Equal(3, Instrument.IndexOf(levels));

        levels.Remove(21);
        Assert.Null(Instrument.IndexOf(levels));
        Assert.Equal([21], Instrument.Missing(levels));
        Assert.Equal([3, 3, null, 3], Instrument.Domains.Select(domain => domain.IndexOf(levels)));
    }

    [Fact]
    public void Each_year_has_its_instrument_and_a_new_one_is_files_alone()
    {
        Assert.Null(MadeUp.Instruments.InForce(2019));
        Assert.Equal("59/2020", MadeUp.Instruments.InForce(2025)!.Code);
        Assert.Equal("59/2020", SpbeInstruments.Official.InForce(2026)!.Code);

        var made = MadeUp.Instruments.InForce(2026)!;
        Assert.Equal((MadeUp.Code, 4, 3, 2), (made.Code, made.HighestLevel, made.Indicators.Count, made.Domains.Count));
        Assert.Equal("Rintisan", made.PredicateOf(2.4999m));
        Assert.Equal(2.5m, made.IndexOf([2, 3]));
    }

    [Fact]
    public void An_assessment_follows_the_instrument_of_its_year()
    {
        var given = Given.Assessment().By(MadeUp.Instruments, new(2026, 12, 1));
        var assess = new AssessIndicator(4, "SK 1") { Number = 3 };

        given.Of("19.05", 2026).When(assess).Then(new IndicatorAssessed("19.05", 2026, 3, 4, "SK 1"));
        given.Of("19.05", 2026).When(assess with { Level = 5 }).ThenRefused("level-invalid", "level");
        given
            .Of("19.05", 2025)
            .When(assess with { Level = 5 })
            .Then(new IndicatorAssessed("19.05", 2025, 3, 5, "SK 1"));
        given
            .Of("19.05", 2026)
            .When(new PublishIndex([2, 3], 2.5m, "SK 2", new(2026, 11, 30)))
            .Then(new IndexPublished("19.05", 2026, [2, 3], 2.5m, "SK 2", new(2026, 11, 30)));
    }

    private static decimal Printed(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
