using Coordination.Domain.Coverage;
using CsCheck;

namespace Coordination.Tests.Coverage;

/// <summary>What holds for any sequence of reports; a failure prints the seed that repeats it.</summary>
public sealed class CoverageLawTests
{
    private const string Village = "19.05.03.2019";

    /// <summary>Few sources, days and points, so that reports meet.</summary>
    private static readonly Gen<List<ReportCoverage>> Reports = Gen.Select(
            Gen.Enum<CoverageStatus>(),
            Gen.Int[0, 2].Select(unit => (CoverageUnit)unit),
            Gen.Int[0, 2].Select(source => $"Sumber {source}"),
            Gen.Int[1, 4].Select(day => new DateOnly(2024, 1, day)),
            Gen.Int[0, 2]
        )
        .Select(
            (status, unit, source, day, point) =>
                new ReportCoverage(
                    Village,
                    status,
                    unit,
                    source,
                    day,
                    unit == CoverageUnit.Village || point == 0 ? null : $"Titik {point}"
                )
        )
        .List[0, 40];

    [Fact]
    public void What_the_fold_drops_never_held() =>
        Gen.Select(Reports, Gen.Int[1, 4])
            .Sample(
                (reports, day) =>
                {
                    var (given, on) = (Recorded(reports), new DateOnly(2024, 1, day));
                    var all = given.Events.Select(e => new CoverageReport(
                        e.Location,
                        e.Point,
                        e.Status,
                        e.Unit,
                        e.Source,
                        e.AsOf
                    ));
                    Assert.Equal(
                        new CoverageMap(all, on).Find(Village),
                        new CoverageMap(given.State?.Reports ?? [], on).Find(Village)
                    );
                },
                iter: 2_000
            );

    [Fact]
    public void A_report_that_was_just_accepted_says_nothing_new() =>
        Reports.Sample(
            reports => Assert.All(reports, report => Recorded(reports).After(report).When(report).ThenNothing()),
            iter: 200
        );

    [Fact]
    public void The_state_keeps_the_last_word_of_each_source_on_each_point_and_day() =>
        Reports.Sample(
            reports =>
            {
                var lastWords = reports
                    .GroupBy(report => (report.Unit, report.Point, report.Source, report.AsOf))
                    .ToDictionary(words => words.Key, words => words.Last().Status);
                Assert.Equal(
                    lastWords.OrderBy(word => word.Key.ToString()),
                    (Recorded(reports).State?.Reports ?? [])
                        .Select(report =>
                            KeyValuePair.Create((report.Unit, report.Point, report.Source, report.AsOf), report.Status)
                        )
                        .OrderBy(word => word.Key.ToString())
                );
            },
            iter: 1_000
        );

    private static GivenCoverage Recorded(IEnumerable<ReportCoverage> reports) =>
        reports.Aggregate(Given.Coverage(), (given, report) => given.After(report));
}
