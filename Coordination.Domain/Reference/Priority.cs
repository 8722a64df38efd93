namespace Coordination.Domain.Reference;

/// <summary>
/// A priority of the plan (program prioritas), in the order of the coordination meeting of the Diskominfo of Kepulauan Bangka
/// Belitung, activities of 2024: the columns of a board.
/// </summary>
/// <param name="Code">Kebab-case code, stable.</param>
/// <param name="Name">Name in Indonesian, as the meeting uses it.</param>
/// <param name="NameEnglish">Name in English.</param>
public sealed record Priority(string Code, string Name, string NameEnglish)
{
    /// <summary>All priorities, in the meeting's order.</summary>
    public static IReadOnlyList<Priority> All { get; } = ReferenceFile.Read<Priority>("priorities.csv");

    private static readonly Dictionary<string, Priority> ByCode = All.ToDictionary(
        priority => priority.Code,
        StringComparer.Ordinal
    );

    /// <summary>The priority of that exact code, or none.</summary>
    public static Priority? Find(string code) => ByCode.GetValueOrDefault(code);
}
