namespace Coordination.Domain.Reference;

/// <summary>The level of a location's code.</summary>
public enum LocationLevel
{
    /// <summary>Provinsi.</summary>
    Province,

    /// <summary>Kabupaten.</summary>
    Regency,

    /// <summary>Kota.</summary>
    City,

    /// <summary>Kecamatan.</summary>
    District,

    /// <summary>Desa: the fourth part of its code starts with 2.</summary>
    Village,

    /// <summary>Kelurahan: the fourth part of its code starts with 1.</summary>
    UrbanVillage,
}

/// <summary>
/// A place where a program works, by Kemendagri code: <c>19.05</c>, <c>19.05.01</c>, <c>19.05.01.2003</c>.
/// Source: Kepmendagri 300.2.2-2430/2025.
/// </summary>
/// <param name="Code">Kemendagri code.</param>
/// <param name="Name">Official name without its kind.</param>
/// <param name="Level">What kind of place the code names.</param>
public sealed record Location(string Code, string Name, LocationLevel Level)
{
    private static readonly Dictionary<string, Location> ByCode = ReferenceFile
        .Read<Location>("locations.csv")
        .ToDictionary(location => location.Code, StringComparer.Ordinal);

    /// <summary>All locations known, by code.</summary>
    public static IReadOnlyList<Location> All { get; } =
    [.. ByCode.Values.OrderBy(location => location.Code, StringComparer.Ordinal)];

    /// <summary>The location of that exact code, or none.</summary>
    public static Location? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>
    /// Whether <paramref name="inner"/> is <paramref name="outer"/> or lies in it. Codes compare by whole segments:
    /// <c>19.0</c> contains nothing.
    /// </summary>
    public static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || inner[outer.Length] == '.');
}
