using System.Text.RegularExpressions;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>
/// Whose people or systems a program serves. A regulation, the migration of its own applications or the training of its own staff is
/// work that each government must do for itself: two governments doing it do not overlap, however alike the wording. A kabupaten or kota
/// works for itself or for those who live in it. A province does either: the text says which.
/// </summary>
internal static partial class Beneficiary
{
    /// <summary>Whether a program of a province serves the province's own people or systems alone.</summary>
    internal static bool IsProvinceItself(Government government, ProgramDetails details, ProgramWording wording)
    {
        if (government.Tier != GovernmentTier.Province)
            return false;
        var text = TextOf(details);
        if (ActOfGovernor().IsMatch(text))
            return true;
        if (OfRegencies().IsMatch(text))
            return false;
        return OfProvince().IsMatch(text)
            || (
                !Places.NamesRegency(government.Code, text)
                && details.Locations is [var only]
                && only == government.Code
                && IsOwnAffair(wording)
            );
    }

    /// <summary>Whether it serves every kabupaten and kota, wherever it stands.</summary>
    internal static bool IsWholeProvince(ProgramDetails details) => OfAll().IsMatch(TextOf(details));

    private static bool IsOwnAffair(ProgramWording wording) =>
        wording.People.Contains("officials")
        || wording.Doings.Any(doing => doing.Name == "regulation")
        || wording.Subjects.Keys.Any(Lexicon.IsOwn);

    /// <summary>Words in lower case with one space between: <c>kabupaten/kota</c> is two.</summary>
    private static string TextOf(ProgramDetails details) =>
        string.Join(' ', Words.Split($"{details.Title} . {details.Description}"));

    [GeneratedRegex(@"\b(ra|ran)?pergub\b|\b(peraturan|keputusan) gubernur\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ActOfGovernor();

    [GeneratedRegex(
        @"\b(pemkab|pemkot|kab|desa|bupati|perbup|perwali)\b|\b(kabupaten|kota) ",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OfRegencies();

    [GeneratedRegex(
        @"\bpemprov\b|(?<!sekretariat )\b(pemerintah|daerah|opd|skpd|pejabat|pegawai|asn|aplikasi|milik|organisasi) prov(insi)?\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OfProvince();

    [GeneratedRegex(
        @"\b(seluruh|semua|setiap|tujuh) kab(upaten)?( dan)? kota\b|\bse (provinsi|bangka belitung|babel)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OfAll();
}
