namespace Coordination.Domain.Reference;

/// <summary>
/// One of the 47 indicators of the SPBE maturity instrument. Source: PermenPANRB 59/2020, tables 3 to 9.
/// </summary>
/// <param name="Number">1 to 47.</param>
/// <param name="Name">Official name.</param>
/// <param name="Domain">1 to 4.</param>
/// <param name="DomainName">Name of the domain.</param>
/// <param name="Aspect">1 to 8.</param>
/// <param name="AspectName">Name of the aspect.</param>
/// <param name="WeightPercent">Weight in percent; the 47 weights sum to 100.</param>
/// <param name="Capability"><c>process</c> or <c>service</c>: which ladder of levels applies.</param>
public sealed record SpbeIndicator(
    int Number,
    string Name,
    int Domain,
    string DomainName,
    int Aspect,
    string AspectName,
    decimal WeightPercent,
    string Capability
)
{
    /// <summary>The instrument in force since 2020, by number.</summary>
    public static IReadOnlyList<SpbeIndicator> All { get; } =
        ReferenceFile.Read<SpbeIndicator>("spbe-instrument-2020.csv");

    /// <summary>Whether the instrument has an indicator of that number.</summary>
    public static bool Exists(int number) => number >= 1 && number <= All.Count;
}
