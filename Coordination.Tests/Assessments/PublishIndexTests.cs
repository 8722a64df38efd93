using Coordination.Domain.Assessments;

namespace Coordination.Tests.Assessments;

public class PublishIndexTests
{
    private static readonly IndexPublished Published = AssessmentExample.Published;
    private static readonly PublishIndex Publish = new(
        Published.Domains,
        Published.Index,
        Published.Decree,
        Published.PublishedOn
    );

    [Fact]
    public void A_publication_needs_no_levels_and_no_submission() =>
        Given.Assessment().When(Publish with { Index = 2.610m, Decree = " KepmenPANRB 13/2024 " }).Then(Published);

    [Fact]
    public void The_same_publication_again_is_nothing_new() => Given.Assessment(Published).When(Publish).ThenNothing();

    [Fact]
    public void The_same_decree_with_other_figures_is_a_correction_and_needs_a_reason()
    {
        var corrected = Publish with { Index = 2.60m };

        Given.Assessment(Published).When(corrected).ThenRefused("correction-unexplained", "reason");
        Given
            .Assessment(Published)
            .When(corrected with { Reason = "Salah ketik" })
            .Then(Published with { Index = 2.6m });
    }

    [Fact]
    public void A_correction_takes_the_place_of_what_it_corrects_and_another_decree_stands_beside_it()
    {
        var corrected = Published with { PublishedOn = new(2024, 1, 12) };
        var other = Published with { Decree = "KepmenPANRB 99/2024", PublishedOn = new(2024, 5, 1), Index = 2.62m };
        var state = Given.Assessment(Published, other, corrected).State!;

        Assert.Equal([new(2024, 1, 12), new(2024, 5, 1)], state.Publications.Select(entry => entry.PublishedOn));
        Assert.Null(state.PublishedBy(new(2024, 1, 11)));
        Assert.Equal(2.61m, state.PublishedBy(new(2024, 4, 30))!.Index);
        Assert.Equal(2.62m, state.PublishedBy(new(2024, 5, 1))!.Index);
    }

    [Fact]
    public void A_slip_of_the_pen_is_refused_and_what_the_decree_really_prints_is_told_by_a_reason()
    {
        var odd = Publish with { Index = 2.63m };

        Given.Assessment().When(odd).ThenRefused("index-inconsistent", "index");
        Given.Assessment().When(odd with { Reason = "Tercetak demikian" }).ThenWarned("index-inconsistent");
    }

    [Theory]
    [InlineData("2.599")]
    [InlineData("2.60")]
    [InlineData("2.619")]
    public void Rounding_may_take_or_add_a_hundredth_in_all(string index)
    {
        // 2.609 is what the domain values give.
        var published = Publish with
        {
            Index = Exact.Decimal(index),
        };
        if (index.Length == 4)
            Given.Assessment().When(published).ThenNotWarned();
        else
            Given.Assessment().When(published).ThenRefused("published-value-invalid", "index");
    }

    [Fact]
    public void Printed_values_lie_between_1_and_5_and_there_is_one_for_each_domain() =>
        Given
            .Assessment()
            .When(Publish with { Domains = [0.99m, 5.01m, 1.005m], Index = 6 })
            .ThenRefusedFor(
                ("domains-count", "domains"),
                ("published-value-invalid", "domains[0]"),
                ("published-value-invalid", "domains[1]"),
                ("published-value-invalid", "domains[2]"),
                ("published-value-invalid", "index")
            );

    [Fact]
    public void A_decree_is_neither_of_the_future_nor_of_before_the_year()
    {
        Given
            .Assessment()
            .When(Publish with { PublishedOn = Example.Tomorrow })
            .ThenRefused("day-in-future", "publishedOn");
        Given
            .Assessment()
            .When(Publish with { PublishedOn = new(2022, 12, 31) })
            .ThenRefused("published-before-year", "publishedOn");
    }
}
