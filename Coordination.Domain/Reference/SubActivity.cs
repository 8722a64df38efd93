using System.Text.RegularExpressions;

namespace Coordination.Domain.Reference;

/// <summary>
/// A sub-activity (sub kegiatan) of the official nomenclature. The key is edition and code: every edition renumbers.
/// </summary>
/// <param name="Edition"><c>90/2019</c>, <c>900.1.15.5-1317/2023</c>, <c>2025</c> or <c>2027</c>.</param>
/// <param name="Code">Six dotted parts; the fourth is the tier (1 province, 2 kabupaten/kota).</param>
public sealed record SubActivityKey(string Edition, string Code);

/// <summary>One row of the nomenclature, official misprints kept.</summary>
/// <param name="Edition">Edition of the annex.</param>
/// <param name="Tier">Whose annex it stands in: <c>province</c> or <c>regency</c>.</param>
/// <param name="Level"><c>affair</c>, <c>program</c>, <c>activity</c> or <c>sub-activity</c>.</param>
/// <param name="Code">Code within edition and tier.</param>
/// <param name="Name">Official name.</param>
/// <param name="Indicator">Official output indicator, where the annex gives one.</param>
/// <param name="Unit">Official unit, where the annex gives one.</param>
/// <param name="Predecessor">Code (first word) and name in the edition before, in edition 2027.</param>
public sealed record NomenclatureRow(
    string Edition,
    string Tier,
    string Level,
    string Code,
    string Name,
    string? Indicator,
    string? Unit,
    string? Predecessor
);

/// <summary>What the nomenclature says of a sub-activity's code.</summary>
public enum SubActivityStanding
{
    /// <summary>The code stands in the annex.</summary>
    Known,

    /// <summary>Well formed, of an affair, edition and tier that the reference data does not carry: cannot be checked.</summary>
    NotCarried,

    /// <summary>The reference data carries this affair, edition and tier, and the code is not in it.</summary>
    Unknown,

    /// <summary>Not of the form <c>2.16.03.1.01.03</c>, or an edition that does not exist.</summary>
    Malformed,
}

/// <summary>The official nomenclature of affairs, programs, activities and sub-activities in its editions.</summary>
public static partial class Nomenclature
{
    private const string AnyAffair = "X.XX";

    /// <summary>Every row of every edition that is carried.</summary>
    public static IReadOnlyList<NomenclatureRow> All { get; } = ReferenceFile.Read<NomenclatureRow>("nomenclature.csv");

    private static readonly HashSet<string> Editions = [.. All.Select(row => row.Edition)];

    private static readonly HashSet<SubActivityKey> Known =
    [
        .. All.Where(row => row.Level == "sub-activity").Select(row => new SubActivityKey(row.Edition, row.Code)),
    ];

    private static readonly HashSet<(string Edition, string Affair, char Tier)> Carried =
    [
        .. Known.Select(key => (key.Edition, AffairOf(key.Code), TierDigit(key.Code))),
    ];

    /// <summary>The editions that a code may name.</summary>
    public static IEnumerable<string> EditionNames => Editions.Order(StringComparer.Ordinal);

    /// <summary>Whether the code stands in the nomenclature; <c>X.XX</c> stands for any affair.</summary>
    public static SubActivityStanding StandingOf(SubActivityKey key)
    {
        if (!Editions.Contains(key.Edition) || !CodeForm().IsMatch(key.Code))
            return SubActivityStanding.Malformed;
        var asAnyAffair = AnyAffair + key.Code[AnyAffair.Length..];
        if (Known.Contains(key) || Known.Contains(key with { Code = asAnyAffair }))
            return SubActivityStanding.Known;
        return Carried.Contains((key.Edition, AffairOf(key.Code), TierDigit(key.Code)))
            ? SubActivityStanding.Unknown
            : SubActivityStanding.NotCarried;
    }

    /// <summary>The fourth dotted part of a well-formed code: 1 province, 2 kabupaten/kota.</summary>
    public static char TierDigit(string code) => code.Split('.')[3][0];

    private static string AffairOf(string code) => code[..AnyAffair.Length];

    [GeneratedRegex(
        @"^([0-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}\.[12]\.[0-9]{2}\.[0-9]{2,4}\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CodeForm();
}
