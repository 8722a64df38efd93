namespace Coordination.Domain.Reference;

/// <summary>
/// The work that an official code stands for, to compare programs by. Province and kabupaten/kota do the same work under codes that
/// differ in the tier alone, but only in the editions <c>90/2019</c> and <c>900.1.15.5-1317/2023</c>; later editions renumber within
/// each tier, and 2027 names its predecessor of 2025.
/// </summary>
public sealed record WorkCode
{
    private static readonly string[] AcrossTiers = ["90/2019", "900.1.15.5-1317/2023"];

    private static readonly Dictionary<SubActivityKey, string> Predecessors = Nomenclature
        .All.Where(row => row is { Level: "sub-activity", Predecessor: not null })
        .ToDictionary(row => new SubActivityKey(row.Edition, row.Code), row => row.Predecessor!.Split(' ')[0]);

    private WorkCode(string own, string? predecessor) => (Own, Predecessor) = (own, predecessor);

    /// <summary>The code without what does not matter: tier, leading zeros.</summary>
    public string Own { get; }

    /// <summary>The same of the code that it replaces, where the edition names one.</summary>
    public string? Predecessor { get; }

    /// <summary>The work of a well-formed code, or none.</summary>
    public static WorkCode? Of(SubActivityKey? key)
    {
        if (key is null || key.Code.Split('.') is not { Length: 6 })
            return null;
        var own = Canonical(key);
        return new(own, Predecessors.TryGetValue(key, out var before) ? Canonical(new("2025", before)) : null);
    }

    /// <summary>Whether both codes stand for the same work; symmetric.</summary>
    public bool IsSameAs(WorkCode? other) =>
        other is not null && (Own == other.Own || Own == other.Predecessor || Predecessor == other.Own);

    private static string Canonical(SubActivityKey key)
    {
        var parts = key.Code.Split('.');
        // Programs numbered 01 support an agency's own office and are the same in every affair.
        var affair = parts[2] == "01" ? "X.XX" : $"{parts[0]}.{parts[1]}";
        var isAcross = AcrossTiers.Contains(key.Edition);
        var tier = isAcross ? "*" : parts[3];
        return $"{(isAcross ? "2019/2023" : key.Edition)} {affair}.{parts[2]}.{tier}.{parts[4]}.{parts[5].TrimStart('0')}";
    }
}
