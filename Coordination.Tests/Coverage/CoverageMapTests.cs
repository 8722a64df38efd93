using Coordination.Domain.Coverage;

namespace Coordination.Tests.Coverage;

public class CoverageMapTests
{
    private const string Village = "19.05.03.2019";

    private static readonly CoverageReport Report = new(
        Village,
        null,
        CoverageStatus.Uncovered,
        CoverageUnit.Village,
        "Diskominfo",
        new(2024, 1, 15)
    );

    [Fact]
    public void What_nobody_reported_is_unknown_and_not_uncovered()
    {
        Assert.Null(Map().Find(Village));
        Assert.False(Map().IsUncovered(Village));
        Assert.Empty(Map().UncoveredVillages);
    }

    [Fact]
    public void The_latest_report_holds() =>
        Assert.False(
            Map(Report, Report with { Status = CoverageStatus.Covered, AsOf = new(2024, 3, 1) }).IsUncovered(Village)
        );

    [Fact]
    public void Among_reports_of_one_day_the_one_recorded_last_holds() =>
        Assert.False(Map(Report, Report with { Status = CoverageStatus.Covered }).IsUncovered(Village));

    [Fact]
    public void A_finer_unit_outweighs_a_later_report() =>
        Assert.True(
            Map(
                    Report with
                    {
                        Unit = CoverageUnit.Hamlet,
                        Point = "Dusun Ujung",
                    },
                    Report with
                    {
                        Status = CoverageStatus.Covered,
                        AsOf = new(2024, 6, 1),
                        Source = "BPS",
                    }
                )
                .IsUncovered(Village)
        );

    [Fact]
    public void So_it_does_when_it_is_recorded_after_that() =>
        Assert.True(
            Map(
                    Report with
                    {
                        Status = CoverageStatus.Covered,
                        AsOf = new(2024, 6, 1),
                        Source = "BPS",
                    },
                    Report with
                    {
                        Unit = CoverageUnit.Point,
                        Point = "Kantor desa",
                    }
                )
                .IsUncovered(Village)
        );

    [Fact]
    public void A_report_on_a_district_holds_for_its_villages_without_a_report_of_their_own()
    {
        var map = Map(
            Report with
            {
                Location = "19.05.03",
                Unit = CoverageUnit.District,
            },
            Report with
            {
                Status = CoverageStatus.Covered,
            }
        );

        Assert.False(map.IsUncovered(Village));
        Assert.True(map.IsUncovered("19.05.03.2020"));
        Assert.Contains("19.05.03.2020", map.UncoveredVillages);
        Assert.DoesNotContain(Village, map.UncoveredVillages);
    }

    [Fact]
    public void What_is_reported_of_a_later_day_is_not_known_yet() =>
        Assert.False(new CoverageMap([Report], new(2024, 1, 14)).IsUncovered(Village));

    private static CoverageMap Map(params IEnumerable<CoverageReport> reports) => new(reports, Example.Today);
}
