using Coordination.Domain.Reference;

namespace Coordination.Domain.Coverage;

/// <summary>Which event a report of coverage yields, or every rule it breaks.</summary>
public static class CoverageDecider
{
    /// <summary>Decides; a report that is recorded already yields no event.</summary>
    /// <param name="coverage">What is reported of the location so far, or none.</param>
    /// <param name="command">What is reported.</param>
    /// <param name="today">The day of the command in Jakarta.</param>
    public static Outcome<CoverageReported> Decide(LocationCoverage? coverage, ReportCoverage command, DateOnly today)
    {
        var verdict = new Verdict();
        var report = command.Normalised();
        RequireUnitOfLocation(verdict, report);
        verdict.RequireOptionalText(report.Point, "point", Texts.Line);
        verdict.Require(
            report.Point is null || report.Unit is CoverageUnit.Point or CoverageUnit.Hamlet,
            "point-misplaced",
            "point",
            $"A report on a whole {Word.Of(report.Unit)} names no point; '{report.Point}' is for the unit point or hamlet."
        );
        verdict.RequireText(report.Source, "source", 2, Texts.Line);
        verdict.RequirePast(report.AsOf, today, "asOf");
        verdict.RequireOptionalText(command.Reason, "reason", Texts.Long);
        return verdict.Decide<CoverageReported>(() =>
            coverage?.Reports.Contains(report) == true
                ? []
                : [new(report.Location, report.Point, report.Status, report.Unit, report.Source, report.AsOf)]
        );
    }

    private static void RequireUnitOfLocation(Verdict verdict, CoverageReport report)
    {
        var location = Location.Find(report.Location);
        var isOfLevel =
            verdict.Require(
                location is not null,
                "location-unknown",
                "location",
                $"'{report.Location}' is not the code of a location."
            )
            && verdict.Require(
                location!.Level is LocationLevel.Village or LocationLevel.UrbanVillage or LocationLevel.District,
                "location-level",
                "location",
                $"{location.Name} ({location.Code}) is too large: coverage is reported of a desa, kelurahan or kecamatan."
            );
        if (isOfLevel)
            verdict.Require(
                (location!.Level == LocationLevel.District) == (report.Unit == CoverageUnit.District),
                "unit-misfit",
                "unit",
                location.Level == LocationLevel.District
                    ? (Sentence)
                        $"{location.Name} ({location.Code}) is a kecamatan; a report on it speaks of the district, not of a {Word.Of(report.Unit)}."
                    : (Sentence)
                        $"{location.Name} ({location.Code}) is no kecamatan; a report on it speaks of the village, a hamlet or a point."
            );
    }
}
