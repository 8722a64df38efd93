using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Programs;

/// <summary>The rules that a program's details keep, whether planned or revised.</summary>
internal static class DetailsRules
{
    private const int MostLocations = 500;
    private const decimal MostOutput = 1_000_000_000_000m;

    /// <summary>
    /// Holds normalised details against the program's government and the plan's year; either is none when it is itself unknown,
    /// and what depends on it cannot be said.
    /// </summary>
    internal static void RequireDetails(this Verdict verdict, ProgramDetails details, string? government, int? year)
    {
        verdict.RequireText(details.Title, "title", 5, Texts.Line);
        verdict.RequireText(details.Description, "description", 1, Texts.Long);
        verdict.RequireText(details.LeadAgency, "leadAgency", 3, Texts.Line);
        verdict.RequireOptionalText(details.Reference, "reference", Texts.Short);
        verdict.Require(
            Priority.Find(details.Priority) is not null,
            "priority-unknown",
            "priority",
            $"'{details.Priority}' is not a priority of the plan."
        );
        RequireLocations(verdict, details, government);
        RequireOutput(verdict, details.Output);
        RequireIndicators(verdict, details, year);
        if (year is { } planYear)
            RequireSchedule(verdict, details.Schedule, planYear);
        verdict.RequireAmount(details.EstimatedCost, "estimatedCost");
        if (details.SubActivity is { } key)
            CheckSubActivity(verdict, key, government);
        // Texts that are refused may be of any length, and what is refused is answered without warnings.
        if (!verdict.IsRefused)
            verdict.WarnOfWork(details);
    }

    /// <summary>Whole rupiah, above 0, at most 100 trillion.</summary>
    internal static bool RequireAmount(this Verdict verdict, decimal amount, string field) =>
        verdict.Require(
            amount > 0 && amount <= Rupiah.Most && Rupiah.HasAtMostDecimals(amount, 0),
            "amount-invalid",
            field,
            $"{Rupiah.Text(amount)} is not an amount in whole rupiah above 0 and at most {Rupiah.Text(Rupiah.Most)}."
        );

    internal static void RequireLocationsWithin(
        this Verdict verdict,
        IEnumerable<string> locations,
        string government,
        string field
    )
    {
        var outside = locations.Where(code => !Location.Contains(government, code)).ToList();
        verdict.Require(
            outside.Count == 0,
            "location-outside",
            field,
            $"{string.Join(", ", outside.Take(5))} does not lie within government {government}."
        );
    }

    private static void RequireLocations(Verdict verdict, ProgramDetails details, string? government)
    {
        verdict.Require(
            details.Locations.Count is > 0 and <= MostLocations,
            "locations-count",
            "locations",
            $"{details.Locations.Count} locations are named; a program has 1 to {MostLocations}."
        );
        var unknown = details.Locations.Where(code => Location.Find(code) is null).ToList();
        verdict.Require(
            unknown.Count == 0,
            "location-unknown",
            "locations",
            $"'{string.Join("', '", unknown.Take(5))}' is not the code of a location."
        );
        if (government is not null)
            verdict.RequireLocationsWithin(details.Locations.Except(unknown), government, "locations");
    }

    private static void RequireOutput(Verdict verdict, Output output)
    {
        verdict.RequireText(output.Indicator, "output.indicator", 3, Texts.Line);
        verdict.RequireText(output.Unit, "output.unit", 1, Texts.Short);
        verdict.RequireQuantity(output.Target, "output.target");
    }

    /// <summary>Above 0, four decimals, at most a trillion units.</summary>
    internal static void RequireQuantity(this Verdict verdict, decimal quantity, string field) =>
        verdict.Require(
            quantity > 0 && quantity <= MostOutput && decimal.Round(quantity, 4) == quantity,
            "quantity-invalid",
            field,
            $"{quantity} is not a quantity above 0, at most {MostOutput:0}, with at most four decimals."
        );

    private static void RequireIndicators(Verdict verdict, ProgramDetails details, int? year)
    {
        var instrument = SpbeInstruments.Official.InForce(year ?? int.MaxValue);
        foreach (var lift in details.SpbeIndicators)
        {
            verdict.Require(
                instrument?.Find(lift.Number) is not null,
                "indicator-unknown",
                "spbeIndicators",
                instrument is null
                    ? (Sentence)$"There is no SPBE indicator {lift.Number}: no instrument is known for {year}."
                    : (Sentence)
                        $"There is no SPBE indicator {lift.Number}; they run from 1 to {instrument.Indicators.Count}."
            );
            verdict.Require(
                instrument is null || instrument.IsLevel(lift.Level),
                "indicator-level-invalid",
                "spbeIndicators",
                $"Level {lift.Level} of indicator {lift.Number} is not a maturity level from 1 to "
                    + $"{instrument?.HighestLevel}."
            );
        }
        var repeated = details.SpbeIndicators.GroupBy(lift => lift.Number).FirstOrDefault(group => group.Skip(1).Any());
        verdict.Require(
            repeated is null,
            "indicator-repeated",
            "spbeIndicators",
            $"Indicator {repeated?.Key} is named with more than one level."
        );
    }

    private static void RequireSchedule(Verdict verdict, Schedule schedule, int year)
    {
        verdict.Require(
            schedule.Start.Year == year,
            "schedule-outside-year",
            "schedule.start",
            $"{schedule.Start:yyyy-MM-dd} does not lie in the plan's year {year}."
        );
        verdict.Require(
            schedule.End.Year == year || (schedule.MultiYear && schedule.End.Year is >= 2000 and <= 2100),
            "schedule-outside-year",
            "schedule.end",
            $"{schedule.End:yyyy-MM-dd} does not lie in the plan's year {year}; a program that goes on needs multiYear."
        );
        verdict.Require(
            schedule.End >= schedule.Start,
            "schedule-reversed",
            "schedule.end",
            $"The end {schedule.End:yyyy-MM-dd} lies before the start {schedule.Start:yyyy-MM-dd}."
        );
    }

    private static void CheckSubActivity(Verdict verdict, SubActivityKey key, string? government)
    {
        var standing = Nomenclature.StandingOf(key);
        verdict.Require(
            standing != SubActivityStanding.Malformed,
            "sub-activity-malformed",
            "subActivity",
            $"'{key.Code}' of edition '{key.Edition}' is not of the form 2.16.03.1.01.03 in one of the editions "
                + $"{string.Join(", ", Nomenclature.EditionNames)}."
        );
        verdict.Require(
            standing != SubActivityStanding.Unknown,
            "sub-activity-unknown",
            "subActivity.code",
            $"Edition {key.Edition} has no sub-activity {key.Code}."
        );
        verdict.Warn(
            standing == SubActivityStanding.NotCarried,
            "sub-activity-not-carried",
            "subActivity.code",
            $"The reference data does not carry the affair of {key.Code} in edition {key.Edition}; the code was not checked."
        );
        verdict.Warn(
            standing != SubActivityStanding.Malformed
                && Government.Find(government ?? "") is { } owner
                && Nomenclature.TierDigit(key.Code) != owner.TierDigit,
            "sub-activity-tier",
            "subActivity.code",
            $"{key.Code} is a sub-activity of the other tier of government."
        );
    }
}
