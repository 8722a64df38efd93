using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>The index of a domain or an aspect.</summary>
/// <param name="Number">Its number in the instrument.</param>
/// <param name="Name">Its name.</param>
/// <param name="WeightPercent">What it weighs in the index.</param>
/// <param name="Index">Mean level by weight, six decimals; none while an indicator has no level.</param>
public sealed record PartIndex(int Number, string Name, decimal WeightPercent, decimal? Index);

/// <summary>An indicator, its level, and what one level more would do.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its level now.</param>
/// <param name="Gain">What one level more adds to the index; 0 at the highest level.</param>
public sealed record IndicatorStep(int Number, string Name, int Level, decimal Gain);

/// <summary>The next predicate and what the index lacks of it.</summary>
public sealed record NextPredicate(string Predicate, decimal From, decimal Missing);

/// <summary>What follows from the levels of an assessment by its instrument.</summary>
/// <param name="Domains">By number.</param>
/// <param name="Aspects">By number.</param>
/// <param name="Index">Σ weight × level, exact; none while an indicator has no level.</param>
/// <param name="Predicate">Of the unrounded index.</param>
/// <param name="Next">What the next predicate needs; none at the highest, or without an index.</param>
/// <param name="Weakest">Indicators of the lowest levels, the heavier first; at most 10.</param>
/// <param name="NextSteps">Indicators by what one level more adds, of equals the lower level first; at most 10.</param>
public sealed record AssessmentFigures(
    IReadOnlyList<PartIndex> Domains,
    IReadOnlyList<PartIndex> Aspects,
    decimal? Index,
    string? Predicate,
    NextPredicate? Next,
    IReadOnlyList<IndicatorStep> Weakest,
    IReadOnlyList<IndicatorStep> NextSteps
)
{
    private const int Most = 10;

    /// <summary>The figures of some levels.</summary>
    public static AssessmentFigures Of(IReadOnlyDictionary<int, int> levels, SpbeInstrument instrument)
    {
        var index = instrument.IndexOf(levels);
        var steps = instrument
            .Indicators.Where(indicator => levels.ContainsKey(indicator.Number))
            .Select(indicator => StepOf(indicator, levels[indicator.Number], instrument))
            .ToList();
        return new(
            Parts(instrument.Domains, levels),
            Parts(instrument.Aspects, levels),
            index,
            index is { } value ? instrument.PredicateOf(value) : null,
            index is { } reached ? NextOf(reached, instrument) : null,
            [
                .. steps
                    .OrderBy(step => step.Level)
                    .ThenByDescending(step => step.Gain)
                    .ThenBy(step => step.Number)
                    .Take(Most),
            ],
            [
                .. steps
                    .Where(step => step.Gain > 0)
                    .OrderByDescending(step => step.Gain)
                    .ThenBy(step => step.Level)
                    .ThenBy(step => step.Number)
                    .Take(Most),
            ]
        );
    }

    private static IndicatorStep StepOf(SpbeIndicator indicator, int level, SpbeInstrument instrument) =>
        new(
            indicator.Number,
            indicator.Name,
            level,
            level < instrument.HighestLevel ? Decimals.Normalised(indicator.WeightPercent / 100) : 0
        );

    private static NextPredicate? NextOf(decimal index, SpbeInstrument instrument) =>
        instrument.Predicates.FirstOrDefault(predicate => predicate.From > index) is { } next
            ? new(next.Name, next.From, next.From - index)
            : null;

    private static IReadOnlyList<PartIndex> Parts(
        IEnumerable<SpbeInstrumentPart> parts,
        IReadOnlyDictionary<int, int> levels
    ) =>
        [
            .. parts.Select(part => new PartIndex(
                part.Number,
                part.Name,
                Decimals.Normalised(part.WeightPercent),
                part.IndexOf(levels) is { } index ? Decimals.Rate(index) : null
            )),
        ];
}
