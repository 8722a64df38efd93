using System.Text.RegularExpressions;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Wording;

/// <summary>Names of places in texts.</summary>
internal static class Places
{
    /// <summary>
    /// Names of all locations, written apart and in one word (<c>Pangkal Pinang</c>, <c>Pangkalpinang</c>). A village whose name is
    /// an ordinary word (<c>Gudang</c>, <c>Baru</c>) is not told from the word.
    /// </summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. Location
            .All.Select(location => location.Name)
            .Concat(Government.All.Select(government => government.Name))
            .Select(WithoutKind)
            .SelectMany(Spellings)
            .Append("bangka belitung")
            .Append("babel")
            .Distinct(StringComparer.Ordinal)
            .Where(name => name.Contains(' ') || !Stems.IsKnown(name)),
    ];

    private static readonly Dictionary<string, Regex> Regencies = Government
        .All.Where(government => government.Tier == GovernmentTier.Province)
        .ToDictionary(province => province.Code, province => RegenciesOf(province.Code), StringComparer.Ordinal);

    /// <summary>Whether a text in lower case names a kabupaten or kota of a province; <c>bangka belitung</c> names none.</summary>
    internal static bool NamesRegency(string province, string text) => Regencies[province].IsMatch(text);

    private static Regex RegenciesOf(string province)
    {
        var names = Government
            .Within(province)
            .Where(government => government.Tier != GovernmentTier.Province)
            .SelectMany(government => Spellings(WithoutKind(government.Name)))
            .Select(Regex.Escape);
        return new(
            $@"(?<!bangka )\b({string.Join('|', names)})\b(?! belitung)",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
    }

    private static IEnumerable<string> Spellings(string name)
    {
        var lower = name.ToLowerInvariant();
        return [lower, lower.Replace(" ", "", StringComparison.Ordinal)];
    }

    private static string WithoutKind(string name) =>
        name.Split(' ', 2) is ["Kabupaten" or "Kota" or "Provinsi", var bare] ? bare : name;
}
