using Coordination.Domain;
using Coordination.Domain.Assessments;

namespace Coordination.Tests.Assessments;

public class AssessIndicatorTests
{
    private static readonly AssessIndicator Assess = new(2, "Perbup 21/2023") { Number = 17 };

    [Fact]
    public void A_level_and_its_evidence_are_recorded() =>
        Given.Assessment().When(Assess with { Evidence = "  Perbup 21/2023 " }).Then(AssessmentExample.Assessed);

    [Fact]
    public void The_same_level_and_evidence_again_are_nothing_new() =>
        Given.Assessment(AssessmentExample.Assessed).When(Assess).ThenNothing();

    [Fact]
    public void Another_level_or_other_evidence_is_recorded_anew()
    {
        var given = Given.Assessment(AssessmentExample.Assessed);

        given.When(Assess with { Level = 3 }).Then(AssessmentExample.Assessed with { Level = 3 });
        given.When(Assess with { Evidence = "SK" + " 4" }).Then(AssessmentExample.Assessed with { Evidence = "SK 4" });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void A_level_is_1_to_5(int level) =>
        Given.Assessment().When(Assess with { Level = level }).ThenRefused("level-invalid", "level");

    [Theory]
    [InlineData(0)]
    [InlineData(48)]
    public void A_path_that_names_an_unknown_indicator_is_unknown(int number) =>
        Given
            .Assessment()
            .When(Assess with { Number = number })
            .ThenRefused("indicator-unknown", "number", RejectionKind.Unknown);

    [Theory]
    [InlineData("19.99", 2023, "government-unknown", "government")]
    [InlineData("19", 2017, "year-out-of-range", "year")]
    [InlineData("19", 2101, "year-out-of-range", "year")]
    public void A_path_that_names_an_unknown_government_or_no_possible_year_is_unknown(
        string government,
        int year,
        string code,
        string field
    ) => Given.Assessment().Of(government, year).When(Assess).ThenRefused(code, field, RejectionKind.Unknown);

    [Fact]
    public void A_year_that_has_not_begun_cannot_be_assessed()
    {
        Given.Assessment().Of("19.05", 2024).When(Assess).Then(AssessmentExample.Assessed with { Year = 2024 });
        Given.Assessment().Of("19.05", 2025).When(Assess).ThenRefused("year-in-future", "year");
    }

    [Fact]
    public void A_year_before_the_first_instrument_cannot_be_assessed() =>
        Given.Assessment().Of("19.05", 2019).When(Assess).ThenRefused("instrument-unknown", "year");

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given
            .Assessment(AssessmentExample.Submitted)
            .When(new AssessIndicator(7, "x", new string('r', 5001)) { Number = 48 })
            .ThenRefusedFor(
                ("indicator-unknown", "number"),
                ("level-invalid", "level"),
                ("text-length", "evidence"),
                ("text-length", "reason"),
                ("assessment-submitted", "status")
            );

    [Fact]
    public void Several_are_recorded_at_once_and_only_what_is_new() =>
        Given
            .Assessment(AssessmentExample.Assessed)
            .When(new AssessIndicators([new(1, 5, "SK 1"), new(17, 2, "Perbup 21/2023"), new(2, 4, "SK 2")]))
            .Then(
                new IndicatorAssessed("19.05", 2023, 1, 5, "SK 1"),
                new IndicatorAssessed("19.05", 2023, 2, 4, "SK 2")
            );

    [Fact]
    public void Several_are_recorded_all_or_none()
    {
        Given
            .Assessment()
            .When(new AssessIndicators([new(1, 5, "SK 1"), new(48, 1, "SK 2"), new(2, 6, "SK 3"), new(1, 4, "SK 4")]))
            .ThenRefusedFor(
                ("indicator-unknown", "indicators"),
                ("indicator-repeated", "indicators"),
                ("level-invalid", "indicators")
            );
        Given.Assessment().When(new AssessIndicators([])).ThenRefused("indicators-count", "indicators");
        Given
            .Assessment()
            .When(new AssessIndicators([.. Enumerable.Repeat(new IndicatorLevel(1, 9, ""), 48)]))
            .ThenRefused("indicators-count", "indicators");
    }
}
