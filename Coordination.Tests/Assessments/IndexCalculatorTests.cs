using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Tests.Assessments;

public class IndexCalculatorTests
{
    [Fact]
    public void Levels_give_index_predicate_domains_and_aspects()
    {
        var row = AssessmentExample.PublishedRows.First(entry => entry.Id == "19.05-2023");

        var computed = Compute(new(row.Levels));

        Assert.Equal((2.61m, "Baik", "59/2020"), (computed.Index, computed.Predicate, computed.Instrument));
        Assert.Equal([3.5m, 2.2m, 1.090909m, 3.131868m], computed.Domains);
        Assert.Equal([3.5m, 2.25m, 2, 2.5m, 1.125m, 1, 3, 3.333333m], computed.Aspects!);
    }

    [Fact]
    public void Domain_values_give_index_and_predicate_and_no_aspects()
    {
        var computed = Compute(new(Domains: [3.5m, 2.2m, 1.09m, 3.13m]));

        Assert.Equal((2.609m, "Baik"), (computed.Index, computed.Predicate));
        Assert.Null(computed.Aspects);
    }

    [Fact]
    public void The_question_is_either_levels_or_domain_values()
    {
        Refused(new(), ("levels-or-domains", "levels"));
        Refused(new([1], [1]), ("levels-or-domains", "domains"));
    }

    [Fact]
    public void All_are_given_and_each_lies_between_1_and_5()
    {
        Refused(
            new([0, 6]),
            ("levels-count", "levels"),
            ("level-invalid", "levels[0]"),
            ("level-invalid", "levels[1]")
        );
        Refused(new(Domains: [0.99m, 5.01m, 1, 5]), ("level-invalid", "domains[0]"), ("level-invalid", "domains[1]"));
    }

    [Fact]
    public void An_instrument_may_be_named_and_the_newest_is_meant_otherwise()
    {
        Refused(new([1], Instrument: "1/1999"), ("instrument-unknown", "instrument"));
        var newest = IndexCalculator.Compute(new([1, 2, 4]), MadeUp.Instruments).Events[0];
        Assert.Equal((2.875m, "Terpadu", MadeUp.Code), (newest.Index, newest.Predicate, newest.Instrument));
    }

    private static ComputedIndex Compute(ComputeIndex question) =>
        new Answer<ComputedIndex>(IndexCalculator.Compute(question, SpbeInstruments.Official)).Accepted()[0];

    private static void Refused(ComputeIndex question, params IEnumerable<(string, string)> rules) =>
        new Answer<ComputedIndex>(IndexCalculator.Compute(question, SpbeInstruments.Official)).ThenRefusedFor(rules);
}
