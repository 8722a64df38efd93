namespace Coordination.Domain.Reference;

/// <summary>
/// The instruments known, each with the year from which it holds. A new one is a row in <c>spbe-instruments.csv</c> and the two files
/// that the row names.
/// </summary>
public sealed class SpbeInstruments
{
    private readonly List<SpbeInstrument> byYear;

    private SpbeInstruments(IEnumerable<SpbeInstrument> instruments) =>
        byYear = [.. instruments.OrderBy(instrument => instrument.FromYear)];

    /// <summary>The instruments that this assembly carries.</summary>
    public static SpbeInstruments Official { get; } = Read(ReferenceFile.Open);

    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<SpbeInstrument> All => byYear;

    /// <summary>The newest.</summary>
    public SpbeInstrument Latest => byYear[^1];

    /// <summary>The instrument that a year is assessed by; none before the first.</summary>
    public SpbeInstrument? InForce(int year) => byYear.FindLast(instrument => instrument.FromYear <= year);

    /// <summary>The instrument of that exact code, or none.</summary>
    public SpbeInstrument? Find(string code) => byYear.Find(instrument => instrument.Code == code);

    /// <summary>Reads the list and the files that it names.</summary>
    /// <param name="open">Opens a file by its name.</param>
    public static SpbeInstruments Read(Func<string, Stream> open) =>
        new(
            ReferenceFile
                .Read<Row>(open("spbe-instruments.csv"))
                .Select(row => new SpbeInstrument(
                    row.Code,
                    row.Title,
                    row.FromYear,
                    row.HighestLevel,
                    ReferenceFile.Read<SpbeIndicator>(open(row.IndicatorsFile)),
                    ReferenceFile.Read<SpbePredicate>(open(row.PredicatesFile))
                ))
        );

    private sealed record Row(
        string Code,
        string Title,
        int FromYear,
        int HighestLevel,
        string IndicatorsFile,
        string PredicatesFile
    );
}
