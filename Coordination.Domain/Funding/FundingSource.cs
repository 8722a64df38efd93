using Coordination.Domain.Reference;

namespace Coordination.Domain.Funding;

/// <summary>Which way money of a source takes.</summary>
public enum FundingChannel
{
    /// <summary>Central money spent by the centre, never in a regional budget (APBD).</summary>
    OutsideApbd,

    /// <summary>Central money that passes through the regional budget (TKD).</summary>
    ThroughApbd,

    /// <summary>The region's own budget.</summary>
    Regional,

    /// <summary>From one region to another.</summary>
    Transfer,

    /// <summary>Village fund (dana desa).</summary>
    Village,

    /// <summary>Grants, companies, others.</summary>
    Other,
}

/// <summary>Where the money of a funding line comes from: this system's own list, with official codes where there are any.</summary>
/// <param name="Code">Code in capitals: <c>APBD-PROV</c>, <c>APBN-BAKTI</c> …</param>
/// <param name="Name">Name in Indonesian.</param>
/// <param name="Channel">Which way the money takes.</param>
/// <param name="IsApbnSupport">One of the seven sources of central money (APBN support): allocated by grants alone.</param>
/// <param name="OfficialCode">Account code in the APBD tree of Kemendagri, where there is one.</param>
public sealed record FundingSource(
    string Code,
    string Name,
    FundingChannel Channel,
    bool IsApbnSupport,
    string? OfficialCode
)
{
    /// <summary>All sources, in the list's order.</summary>
    public static IReadOnlyList<FundingSource> All { get; } = ReferenceFile.Read<FundingSource>("funding-sources.csv");

    private static readonly Dictionary<string, FundingSource> ByCode = All.ToDictionary(
        source => source.Code,
        StringComparer.Ordinal
    );

    /// <summary>The source of that exact code, or none.</summary>
    public static FundingSource? Find(string code) => ByCode.GetValueOrDefault(code);
}
