namespace Coordination.Domain.Reference;

/// <summary>The two tiers of regional government (UU 23/2014): the fourth part of a sub-activity's code names the tier.</summary>
public enum GovernmentTier
{
    /// <summary>Provinsi, tier digit 1.</summary>
    Province,

    /// <summary>Kabupaten, tier digit 2.</summary>
    Regency,

    /// <summary>Kota, tier digit 2.</summary>
    City,
}

/// <summary>
/// A province, kabupaten or kota by its Kemendagri code (<c>19</c>, <c>19.05</c>): who proposes and carries out programs.
/// Source: Kepmendagri 300.2.2-2430/2025.
/// </summary>
/// <param name="Code">Kemendagri code; BPS codes differ and are not accepted.</param>
/// <param name="Name">Official name.</param>
/// <param name="Tier">Province, regency or city.</param>
/// <param name="Population">Inhabitants, second half of 2024 (Dukcapil).</param>
/// <param name="AreaKm2">Area in square kilometres.</param>
public sealed record Government(string Code, string Name, GovernmentTier Tier, int Population, decimal AreaKm2)
{
    private static readonly Dictionary<string, Government> ByCode = ReferenceFile
        .Read<Government>("governments.csv")
        .ToDictionary(government => government.Code, StringComparer.Ordinal);

    /// <summary>All governments known, by code.</summary>
    public static IReadOnlyList<Government> All { get; } =
    [.. ByCode.Values.OrderBy(government => government.Code, StringComparer.Ordinal)];

    /// <summary>The government of that exact code, or none.</summary>
    public static Government? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The province of that exact code, or none.</summary>
    public static Government? FindProvince(string code) =>
        Find(code) is { Tier: GovernmentTier.Province } province ? province : null;

    /// <summary>The kabupaten or kota that a location is or lies in, else its province, or none.</summary>
    public static Government? Of(string location) =>
        All.LastOrDefault(government => Location.Contains(government.Code, location));

    /// <summary>A province with its kabupaten and kota, by code: the rows of a board.</summary>
    public static IEnumerable<Government> Within(string province) =>
        All.Where(government => Location.Contains(province, government.Code));

    /// <summary>The tier digit that its sub-activities carry: 1 for a province, 2 for a kabupaten or kota.</summary>
    public char TierDigit => Tier == GovernmentTier.Province ? '1' : '2';
}
