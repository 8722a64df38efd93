using Coordination.Domain.Coverage;

namespace Coordination.Tests.Coverage;

public class ReportCoverageTests
{
    private static readonly ReportCoverage Report = GivenCoverage.Report;
    private static readonly CoverageReported Reported = GivenCoverage.Reported;

    [Fact]
    public void A_report_is_recorded_as_it_is_said() => Given.Coverage().When(Report).Then(Reported);

    [Fact]
    public void It_is_trimmed_and_an_empty_point_is_none() =>
        Given.Coverage().When(Report with { Source = "  Diskominfo\n", Point = "  " }).Then(Reported);

    [Fact]
    public void The_same_report_again_is_nothing_new_whatever_came_between() =>
        Given
            .Coverage()
            .After(Report)
            .After(Report with { Status = CoverageStatus.Covered, Source = "BPS" })
            .When(Report with { Reason = "Sekali lagi" })
            .ThenNothing();

    [Fact]
    public void A_source_corrects_what_it_said_and_may_take_the_correction_back()
    {
        var corrected = Given.Coverage().After(Report).After(Report with { Status = CoverageStatus.Covered });

        Assert.Equal(Reported with { Status = CoverageStatus.Covered }, corrected.Events[^1]);
        corrected.When(Report).Then(Reported);
        Assert.Equal([CoverageStatus.Covered], corrected.State!.Reports.Select(report => report.Status));
    }

    [Fact]
    public void What_differs_in_source_day_unit_or_point_stands_beside_it()
    {
        var hamlet = Report with { Unit = CoverageUnit.Hamlet, Point = "Dusun Ujung" };
        ReportCoverage[] all =
        [
            Report,
            Report with
            {
                Source = "BPS",
            },
            Report with
            {
                AsOf = new(2024, 3, 1),
            },
            hamlet,
            hamlet with
            {
                Point = "Dusun Tengah",
            },
        ];

        var state = all.Aggregate(Given.Coverage(), (given, report) => given.After(report)).State!;

        Assert.Equal(5, state.Reports.Count);
        Assert.Equal(Report.Location, state.Location);
    }

    [Theory]
    [InlineData("19.05.03.2019", CoverageUnit.Village)]
    [InlineData("19.05.03.2019", CoverageUnit.Hamlet)]
    [InlineData("19.05.03.2019", CoverageUnit.Point)]
    [InlineData("19.71.01.1004", CoverageUnit.Hamlet)]
    [InlineData("19.05.03", CoverageUnit.District)]
    public void A_unit_that_fits_the_level_is_taken(string location, CoverageUnit unit) =>
        Given
            .Coverage()
            .When(Report with { Location = location, Unit = unit })
            .Then(Reported with { Location = location, Unit = unit });

    [Theory]
    [InlineData("19.05.03.2019", CoverageUnit.District)]
    [InlineData("19.05.03", CoverageUnit.Village)]
    [InlineData("19.05.03", CoverageUnit.Hamlet)]
    [InlineData("19.05.03", CoverageUnit.Point)]
    public void A_unit_of_another_level_is_refused(string location, CoverageUnit unit) =>
        Given.Coverage().When(Report with { Location = location, Unit = unit }).ThenRefused("unit-misfit", "unit");

    [Theory]
    [InlineData("19", "location-level")]
    [InlineData("19.05", "location-level")]
    [InlineData("19.71", "location-level")]
    [InlineData("19.0", "location-unknown")]
    [InlineData("19.05.03.9999", "location-unknown")]
    [InlineData("", "location-unknown")]
    public void Only_a_village_or_district_that_exists_has_coverage(string location, string code) =>
        Given.Coverage().When(Report with { Location = location }).ThenRefused(code, "location");

    [Theory]
    [InlineData("B", "text-length")]
    [InlineData("  ", "text-length")]
    [InlineData("Disk\u0000minfo", "text-control-character")]
    public void A_source_is_a_text(string source, string code) =>
        Given.Coverage().When(Report with { Source = source }).ThenRefused(code, "source");

    [Fact]
    public void A_source_has_two_to_two_hundred_characters()
    {
        Given.Coverage().When(Report with { Source = "BP" }).Then(Reported with { Source = "BP" });
        var longest = new string('x', 200);
        Given.Coverage().When(Report with { Source = longest }).Then(Reported with { Source = longest });
        Given.Coverage().When(Report with { Source = longest + "x" }).ThenRefused("text-length", "source");
    }

    [Fact]
    public void A_point_is_named_only_where_the_unit_is_one()
    {
        Given.Coverage().When(Report with { Point = "Kantor desa" }).ThenRefused("point-misplaced", "point");
        var point = Report with { Unit = CoverageUnit.Point, Point = "Kantor desa" };
        Given.Coverage().When(point).Then(Reported with { Unit = point.Unit, Point = point.Point });
    }

    [Fact]
    public void The_day_is_not_in_the_future_and_not_absurd()
    {
        Given.Coverage().When(Report with { AsOf = Example.Today }).Then(Reported with { AsOf = Example.Today });
        Given.Coverage().When(Report with { AsOf = Example.Tomorrow }).ThenRefused("day-in-future", "asOf");
        Given.Coverage().When(Report with { AsOf = new(1999, 12, 31) }).ThenRefused("day-out-of-range", "asOf");
    }

    [Fact]
    public void All_broken_rules_are_said_at_once() =>
        Given
            .Coverage()
            .When(
                new(
                    "19.05.03",
                    CoverageStatus.Covered,
                    CoverageUnit.Village,
                    "",
                    Example.Tomorrow,
                    "Kantor camat",
                    "alasan\u0007"
                )
            )
            .ThenRefusedFor(
                ("unit-misfit", "unit"),
                ("point-misplaced", "point"),
                ("text-length", "source"),
                ("day-in-future", "asOf"),
                ("text-control-character", "reason")
            );
}
