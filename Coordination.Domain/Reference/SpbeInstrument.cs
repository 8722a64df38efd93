namespace Coordination.Domain.Reference;

/// <summary>A predicate of the index (predikat) and the value that it begins at.</summary>
/// <param name="From">The smallest index, unrounded, that has it.</param>
/// <param name="Name">Official name: <c>Sangat Baik</c>.</param>
public sealed record SpbePredicate(decimal From, string Name);

/// <summary>A domain or an aspect: indicators that are weighed together.</summary>
/// <param name="Number">Its number in the instrument, from 1.</param>
/// <param name="Name">Official name.</param>
/// <param name="WeightPercent">What its indicators weigh in the index, in percent.</param>
/// <param name="Indicators">Its indicators, by number.</param>
public sealed record SpbeInstrumentPart(
    int Number,
    string Name,
    decimal WeightPercent,
    IReadOnlyList<SpbeIndicator> Indicators
)
{
    /// <summary>Mean level by weight; none while an indicator has no level.</summary>
    public decimal? IndexOf(IReadOnlyDictionary<int, int> levels) =>
        Indicators.All(indicator => levels.ContainsKey(indicator.Number))
            ? Indicators.Sum(indicator => indicator.WeightPercent * levels[indicator.Number]) / WeightPercent
            : null;

    internal static IReadOnlyList<SpbeInstrumentPart> By(
        IEnumerable<SpbeIndicator> indicators,
        Func<SpbeIndicator, (int Number, string Name)> part
    ) =>
        [
            .. indicators
                .GroupBy(part)
                .OrderBy(group => group.Key.Number)
                .Select(group => new SpbeInstrumentPart(
                    group.Key.Number,
                    group.Key.Name,
                    group.Sum(indicator => indicator.WeightPercent),
                    [.. group]
                )),
        ];
}

/// <summary>
/// An instrument by which the SPBE index is measured: its indicators, their exact weights, and its predicates. It is data, not code: the
/// instrument of PermenPANRB 59/2020 gives way to another from 2026.
/// </summary>
/// <param name="Code">The regulation: <c>59/2020</c>.</param>
/// <param name="Title">The regulation in words.</param>
/// <param name="FromYear">The first year that is assessed by it.</param>
/// <param name="HighestLevel">The highest level of an indicator; the lowest is 1.</param>
/// <param name="Indicators">Its indicators, by number.</param>
/// <param name="Predicates">Its predicates, the lowest first.</param>
public sealed record SpbeInstrument(
    string Code,
    string Title,
    int FromYear,
    int HighestLevel,
    IReadOnlyList<SpbeIndicator> Indicators,
    IReadOnlyList<SpbePredicate> Predicates
)
{
    /// <summary>Its domains, by number.</summary>
    public IReadOnlyList<SpbeInstrumentPart> Domains { get; } =
        SpbeInstrumentPart.By(Indicators, indicator => (indicator.Domain, indicator.DomainName));

    /// <summary>Its aspects, by number.</summary>
    public IReadOnlyList<SpbeInstrumentPart> Aspects { get; } =
        SpbeInstrumentPart.By(Indicators, indicator => (indicator.Aspect, indicator.AspectName));

    /// <summary>The indicator of that number, or none.</summary>
    public SpbeIndicator? Find(int number) => Indicators.FirstOrDefault(indicator => indicator.Number == number);

    /// <summary>Whether a number is a level: 1 to <see cref="HighestLevel"/>.</summary>
    public bool IsLevel(int level) => level >= 1 && level <= HighestLevel;

    /// <summary>The indicators that have no level.</summary>
    public IEnumerable<int> Missing(IReadOnlyDictionary<int, int> levels) =>
        Indicators.Select(indicator => indicator.Number).Where(number => !levels.ContainsKey(number));

    /// <summary>Σ weight × level, exact; none while an indicator has no level.</summary>
    public decimal? IndexOf(IReadOnlyDictionary<int, int> levels) =>
        Missing(levels).Any()
            ? null
            : Decimals.Normalised(
                Indicators.Sum(indicator => indicator.WeightPercent * levels[indicator.Number]) / 100
            );

    /// <summary>
    /// Σ weight × value of the domains, exact for these values. Values printed with two decimals are each up to 0.005 off, and so may
    /// be the result: of published rows about one in eight then differs from the printed index by 0.01.
    /// </summary>
    public decimal IndexOf(IReadOnlyList<decimal> domains) =>
        Decimals.Normalised(Domains.Zip(domains, (domain, value) => domain.WeightPercent * value).Sum() / 100);

    /// <summary>The predicate of an unrounded index.</summary>
    public string PredicateOf(decimal index) =>
        (Predicates.LastOrDefault(predicate => predicate.From <= index) ?? Predicates[0]).Name;
}
