namespace Coordination.Domain.Reference;

/// <summary>Work that the centre alone may do. Source: UU 23/2014, annex, letter P.</summary>
/// <param name="Affair">What it is, in Indonesian.</param>
/// <param name="Terms">Words that mean it, <c>;</c> between.</param>
/// <param name="Law">Where the law says so.</param>
public sealed record CentralAffair(string Affair, string Terms, string Law)
{
    /// <summary>All that are known.</summary>
    public static IReadOnlyList<CentralAffair> All { get; } = ReferenceFile.Read<CentralAffair>("central-affairs.csv");
}
