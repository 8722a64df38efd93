using System.Collections.Immutable;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// The figures of a plan by government and priority. One event changes one program and so touches at most two cells, however
/// large the plan; government rows and totals are sums of cells, whose number is fixed.
/// </summary>
public sealed record Tally(ImmutableSortedDictionary<string, Figures> Cells)
{
    /// <summary>No programs.</summary>
    public static Tally Empty { get; } = new(ImmutableSortedDictionary.Create<string, Figures>(StringComparer.Ordinal));

    /// <summary>How many programs do the same to an SPBE indicator, by the key of their <see cref="Lift"/>.</summary>
    public ImmutableSortedDictionary<string, int> Lifts { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The figures of all programs, from scratch.</summary>
    public static Tally Of(IEnumerable<SpbeProgram> programs) =>
        programs.Aggregate(Empty, (tally, program) => tally.Replace(null, program));

    /// <summary>The figures once a program has changed from one state to the next.</summary>
    public Tally Replace(SpbeProgram? before, SpbeProgram after)
    {
        var (cells, lifts) = (Cells, Lifts);
        if (before is not null)
        {
            cells = Set(cells, KeyOf(before), cells[KeyOf(before)] - Figures.Of(before));
            lifts = Add(lifts, before, -1);
        }
        var key = KeyOf(after);
        return new(Set(cells, key, cells.GetValueOrDefault(key) + Figures.Of(after))) { Lifts = Add(lifts, after, 1) };
    }

    /// <summary>How many programs it is of.</summary>
    public int Programs() => Cells.Values.Sum(figures => figures.Programs);

    /// <summary>The figures of one government and priority.</summary>
    public Figures Cell(string government, string priority) => Cells.GetValueOrDefault(KeyOf(government, priority));

    /// <summary>What programs do to the indicators, each lift once.</summary>
    internal IEnumerable<Lift> DistinctLifts => Lifts.Keys.Select(Lift.Parse);

    /// <summary>A cell that its last program has left is not there, as if none had ever been.</summary>
    private static ImmutableSortedDictionary<string, Figures> Set(
        ImmutableSortedDictionary<string, Figures> cells,
        string key,
        Figures figures
    ) => figures == default ? cells.Remove(key) : cells.SetItem(key, figures);

    private static ImmutableSortedDictionary<string, int> Add(
        ImmutableSortedDictionary<string, int> lifts,
        SpbeProgram program,
        int sign
    ) =>
        Lift.Of(program)
            .Select(lift => lift.Key)
            .Aggregate(
                lifts,
                (all, key) =>
                    all.GetValueOrDefault(key) + sign is var count and not 0 ? all.SetItem(key, count) : all.Remove(key)
            );

    private static string KeyOf(SpbeProgram program) => KeyOf(program.Government, program.Details.Priority);

    private static string KeyOf(string government, string priority) => $"{government} {priority}";
}
