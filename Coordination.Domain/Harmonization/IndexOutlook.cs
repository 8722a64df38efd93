using System.Collections.Immutable;
using Coordination.Domain.Assessments;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// What is known of a government's SPBE index on a day: the index last published, the levels last assessed by the plan's instrument, and
/// what programs make of them.
/// </summary>
internal sealed class IndexOutlook
{
    private readonly List<Lift> lifts;
    private readonly DateOnly day;

    private IndexOutlook(
        SpbeInstrument? instrument,
        PublishedIndex? current,
        ImmutableSortedDictionary<int, (int Year, int Level)> latest,
        IEnumerable<Lift> lifts,
        DateOnly day,
        Func<ImmutableSortedDictionary<int, int>, string?> reasonOf
    )
    {
        (Instrument, Current, this.day) = (instrument, current, day);
        Assessed = latest.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Level);
        Reason = reasonOf(Assessed);
        AssessedYears = [.. latest.Values.Select(entry => entry.Year).Distinct().Order()];
        this.lifts = [.. lifts];
    }

    /// <summary>The instrument of the plan's year, by whose numbers programs name indicators.</summary>
    internal SpbeInstrument? Instrument { get; }

    /// <summary>The latest publication of any year.</summary>
    internal PublishedIndex? Current { get; }

    /// <summary>Level by indicator, of the latest year that has one.</summary>
    internal ImmutableSortedDictionary<int, int> Assessed { get; }

    /// <summary>The years that these levels are of.</summary>
    internal IReadOnlyList<int> AssessedYears { get; }

    /// <summary>Why there is no forecast.</summary>
    internal string? Reason { get; }

    /// <summary>Index ÷ highest level, 0–1.</summary>
    internal decimal? Maturity => Current?.Index / Current?.Instrument.HighestLevel;

    /// <summary>Share of the instrument's indicators at level 3 or above, 0–1; none while one has no level.</summary>
    internal decimal? Indicators => ShareAtThree(Assessed);

    internal static IndexOutlook Of(
        Plan plan,
        string government,
        IEnumerable<Assessment> assessments,
        IEnumerable<Lift> lifts,
        DateOnly day,
        SpbeInstruments instruments
    )
    {
        var own = assessments
            .Where(assessment => assessment.Government == government)
            .OrderBy(assessment => assessment.Year)
            .ToList();
        var instrument = instruments.InForce(plan.Year);
        var latest = own.Where(assessment => instruments.InForce(assessment.Year) == instrument)
            .SelectMany(assessment =>
                assessment.Levels.Select(level => (level.Key, Value: (assessment.Year, Level: level.Value)))
            )
            .Aggregate(
                ImmutableSortedDictionary<int, (int Year, int Level)>.Empty,
                (levels, level) => levels.SetItem(level.Key, level.Value)
            );
        return new(
            instrument,
            PublishedIndex.Latest(own, day, instruments),
            latest,
            lifts.Where(lift => lift.Government == government),
            day,
            assessed => ReasonOf(plan, government, instrument, assessed)
        );
    }

    /// <summary>Each indicator at the higher of its assessed level and those of the lifts that count.</summary>
    internal ImmutableSortedDictionary<int, int> Lifted(LiftStanding least) =>
        lifts
            .Where(lift => lift.Counts(least, day))
            .Aggregate(Assessed, (levels, lift) => Raise(levels, lift.Number, lift.Level));

    /// <summary>The index that the lifts make, exact; none without levels.</summary>
    internal decimal? Forecast(LiftStanding least) => Reason is null ? Instrument!.IndexOf(Lifted(least)) : null;

    /// <summary>What the forecast makes of a rate that is measured by the index; none of another, or without levels.</summary>
    internal decimal? ForecastRate(ImplementationDefinition definition) =>
        definition switch
        {
            ImplementationDefinition.Maturity => Forecast(LiftStanding.Funded) / Instrument?.HighestLevel,
            ImplementationDefinition.Indicators => ShareAtThree(Lifted(LiftStanding.Funded)),
            _ => null,
        };

    private decimal? ShareAtThree(ImmutableSortedDictionary<int, int> levels) =>
        Reason is null
            ? (decimal)Instrument!.Indicators.Count(indicator => levels[indicator.Number] >= 3)
                / Instrument.Indicators.Count
            : null;

    internal string? PredicateOf(decimal? index) => index is { } value ? Instrument!.PredicateOf(value) : null;

    internal GovernmentIndex ToFigures()
    {
        var forecast = Forecast(LiftStanding.Funded);
        return new(Current?.Index, forecast, Current?.Predicate, PredicateOf(forecast), Reason);
    }

    internal static ImmutableSortedDictionary<int, int> Raise(
        ImmutableSortedDictionary<int, int> levels,
        int number,
        int level
    ) => levels.GetValueOrDefault(number) < level ? levels.SetItem(number, level) : levels;

    private static string? ReasonOf(
        Plan plan,
        string government,
        SpbeInstrument? instrument,
        ImmutableSortedDictionary<int, int> assessed
    )
    {
        if (instrument is null)
            return $"No instrument of the SPBE index is known for {plan.Year}.";
        var missing = instrument.Missing(assessed).ToList();
        return missing.Count switch
        {
            0 => null,
            var all when all == instrument.Indicators.Count =>
                $"No indicator of {government} has been assessed by instrument {instrument.Code}.",
            var some => $"{some} of {instrument.Indicators.Count} indicators of {government} have no assessed level: "
                + $"{string.Join(", ", missing)}.",
        };
    }
}

/// <summary>An index as published, and the instrument it was measured by.</summary>
internal sealed record PublishedIndex(int Year, Publication Publication, SpbeInstrument Instrument)
{
    internal decimal Index => Publication.Index;

    internal string Predicate => Instrument.PredicateOf(Publication.Unrounded(Instrument));

    /// <summary>The latest on or before a day; of two of the same day that of the later year.</summary>
    internal static PublishedIndex? Latest(IEnumerable<Assessment> byYear, DateOnly day, SpbeInstruments instruments) =>
        byYear
            .Select(assessment => (assessment.Year, Publication: assessment.PublishedBy(day)))
            .Where(published => published.Publication is not null)
            .OrderBy(published => published.Publication!.PublishedOn)
            .Select(published => new PublishedIndex(
                published.Year,
                published.Publication!,
                instruments.InForce(published.Year)!
            ))
            .LastOrDefault();
}
