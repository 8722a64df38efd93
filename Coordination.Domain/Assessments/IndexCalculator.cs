using System.Text.Json.Serialization;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>What an index is to be computed of: the levels of all indicators, or the values of all domains.</summary>
/// <param name="Levels">One level, 1 to 5, for each indicator, in the order of their numbers.</param>
/// <param name="Domains">
/// One value, 1 to 5, for each domain, in the order of their numbers. Values printed with two decimals are up to 0.005 off each, so that
/// the index may be 0.01 away from the printed one.
/// </param>
/// <param name="Instrument">Code of the instrument; the newest unless said otherwise.</param>
public sealed record ComputeIndex(
    IReadOnlyList<int>? Levels = null,
    IReadOnlyList<decimal>? Domains = null,
    string? Instrument = null
);

/// <summary>An index and what it is made of.</summary>
/// <param name="Index">Exact for what was given.</param>
/// <param name="Predicate">Of the unrounded index.</param>
/// <param name="Domains">In the order of their numbers, six decimals.</param>
/// <param name="Aspects">The same; only of levels.</param>
/// <param name="Instrument">Code of the instrument.</param>
public sealed record ComputedIndex(
    decimal Index,
    string Predicate,
    IReadOnlyList<decimal> Domains,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<decimal>? Aspects,
    string Instrument
);

/// <summary>Computes an index of what is given; nothing is recorded.</summary>
public static class IndexCalculator
{
    /// <summary>The index, or every rule that the question breaks.</summary>
    public static Outcome<ComputedIndex> Compute(ComputeIndex question, SpbeInstruments instruments)
    {
        var verdict = new Verdict();
        var instrument = question.Instrument is { } code ? instruments.Find(code) : instruments.Latest;
        verdict.Require(
            instrument is not null,
            "instrument-unknown",
            "instrument",
            $"'{question.Instrument}' is not the code of an instrument; known are "
                + $"{string.Join(", ", instruments.All.Select(known => known.Code))}."
        );
        verdict.Require(
            question.Levels is null != question.Domains is null,
            "levels-or-domains",
            question.Levels is null ? "levels" : "domains",
            $"An index is computed either of levels or of domain values; give one of the two."
        );
        if (instrument is null || verdict.IsRefused)
            return verdict.Decide<ComputedIndex>(() => []);
        return question.Levels is { } levels
            ? OfLevels(verdict, levels, instrument)
            : OfDomains(verdict, question.Domains!, instrument);
    }

    private static Outcome<ComputedIndex> OfLevels(
        Verdict verdict,
        IReadOnlyList<int> levels,
        SpbeInstrument instrument
    )
    {
        RequireAll(verdict, "levels", levels, instrument.Indicators.Count, instrument.IsLevel, instrument);
        return verdict.Decide<ComputedIndex>(() =>
        {
            var byNumber = instrument
                .Indicators.Zip(levels)
                .ToDictionary(pair => pair.First.Number, pair => pair.Second);
            var index = instrument.IndexOf(byNumber)!.Value;
            return
            [
                new(
                    index,
                    instrument.PredicateOf(index),
                    [.. instrument.Domains.Select(part => Decimals.Rate(part.IndexOf(byNumber)!.Value))],
                    [.. instrument.Aspects.Select(part => Decimals.Rate(part.IndexOf(byNumber)!.Value))],
                    instrument.Code
                ),
            ];
        });
    }

    private static Outcome<ComputedIndex> OfDomains(
        Verdict verdict,
        IReadOnlyList<decimal> domains,
        SpbeInstrument instrument
    )
    {
        RequireAll(
            verdict,
            "domains",
            domains,
            instrument.Domains.Count,
            value => value >= 1 && value <= instrument.HighestLevel,
            instrument
        );
        return verdict.Decide<ComputedIndex>(() =>
        {
            var index = instrument.IndexOf(domains);
            return
            [
                new(index, instrument.PredicateOf(index), [.. domains.Select(Decimals.Rate)], null, instrument.Code),
            ];
        });
    }

    private static void RequireAll<T>(
        Verdict verdict,
        string field,
        IReadOnlyList<T> values,
        int count,
        Func<T, bool> isValid,
        SpbeInstrument instrument
    )
    {
        verdict.Require(
            values.Count == count,
            $"{field}-count",
            field,
            $"{values.Count} {new Word("field", field)} are given; instrument {instrument.Code} has {count}."
        );
        foreach (var (index, value) in values.Index().Take(count))
            verdict.Require(
                isValid(value),
                "level-invalid",
                $"{field}[{index}]",
                $"{value} does not lie between 1 and {instrument.HighestLevel}."
            );
    }
}
