using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>How two programs stand to each other that do the same work at the same place and time.</summary>
public enum OverlapGrade
{
    /// <summary>One would make the other unnecessary.</summary>
    Duplicate,

    /// <summary>Part of the work is done twice.</summary>
    Overlap,

    /// <summary>Declared as parts of one thing, or as sharing its cost; whatever the score.</summary>
    Complementary,
}

/// <summary>
/// Two programs compared: score = work × √(place × time), each 0–1 with six decimals, so that anyone can compute it again.
/// </summary>
/// <param name="First">The one with the smaller number.</param>
/// <param name="Second">The other.</param>
/// <param name="Grade">How they stand to each other.</param>
/// <param name="Comparison">How alike the work is, in its parts.</param>
/// <param name="Place">Villages that both work in ÷ villages of the smaller area.</param>
/// <param name="Time">Days on which both run ÷ days of the shorter.</param>
internal sealed record Overlap(
    ProgramProfile First,
    ProgramProfile Second,
    OverlapGrade Grade,
    WorkComparison Comparison,
    decimal Place,
    decimal Time
)
{
    /// <summary>How alike the work is.</summary>
    internal decimal Work => Comparison.Value;

    /// <summary>From here on a pair is a finding (docs/decisions/0010).</summary>
    internal const decimal Threshold = 0.45m;

    /// <summary>From here on a pair in the same places is a duplicate.</summary>
    internal const decimal DuplicateThreshold = 0.6m;

    /// <summary>Shared ÷ larger area from which on both are in the same places.</summary>
    internal const decimal SamePlaces = 0.8m;

    /// <summary>work × √(place × time).</summary>
    internal decimal Score => ScoreOf(Work, Place, Time);

    internal static decimal ScoreOf(decimal work, decimal place, decimal time) =>
        Decimals.Rate(work * (decimal)Math.Sqrt((double)(place * time)));

    /// <summary>What two programs make, or nothing; the order of the two does not matter.</summary>
    internal static Overlap? Between(ProgramProfile one, ProgramProfile other)
    {
        if (!one.Program.IsActive || !other.Program.IsActive || one.Program.Id == other.Program.Id)
            return null;
        var isComplementary = IsDeclared(one, other, RelationKind.Complements, RelationKind.SharesCost);
        var time = TimeOf(one.Program.Details.Schedule, other.Program.Details.Schedule);
        if (!isComplementary && (time == 0 || AreApart(one, other)))
            return null;
        var shared = one.Area.CountShared(other.Area);
        if (!isComplementary && shared == 0)
            return null;
        var place = Share(shared, Math.Min(one.Area.Count, other.Area.Count));
        var work = WorkComparison.Of(one, other);
        var score = ScoreOf(work.Value, place, time);
        if (!isComplementary && score < Threshold)
            return null;
        var grade =
            isComplementary ? OverlapGrade.Complementary
            : score >= DuplicateThreshold && shared >= SamePlaces * Math.Max(one.Area.Count, other.Area.Count)
                ? OverlapGrade.Duplicate
            : OverlapGrade.Overlap;
        return string.CompareOrdinal(one.Program.Id, other.Program.Id) < 0
            ? new(one, other, grade, work, place, time)
            : new(other, one, grade, work, place, time);
    }

    /// <summary>What is not an overlap however alike the words: phases of one work, and what each government must do for itself.</summary>
    private static bool AreApart(ProgramProfile one, ProgramProfile other) =>
        one.IsProvinceItself != other.IsProvinceItself
        || (
            one.Phase != other.Phase
            && one.Phase is not null
            && other.Phase is not null
            && one.Program.Government == other.Program.Government
        )
        || IsDeclared(one, other, RelationKind.Follows);

    private static bool IsDeclared(ProgramProfile one, ProgramProfile other, params ReadOnlySpan<RelationKind> kinds)
    {
        if (one.Program.Relations.IsEmpty && other.Program.Relations.IsEmpty)
            return false;
        foreach (var kind in kinds)
            if (
                one.Program.Relations.Contains(new(kind, other.Program.Id))
                || other.Program.Relations.Contains(new(kind, one.Program.Id))
            )
                return true;
        return false;
    }

    private static decimal TimeOf(Schedule one, Schedule other) =>
        Share(DaysShared(one, other), Math.Min(Days(one), Days(other)));

    internal static int DaysShared(Schedule one, Schedule other) =>
        Math.Max(
            0,
            Math.Min(one.End.DayNumber, other.End.DayNumber) - Math.Max(one.Start.DayNumber, other.Start.DayNumber) + 1
        );

    internal static int Days(Schedule schedule) => schedule.End.DayNumber - schedule.Start.DayNumber + 1;

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : Decimals.Rate((decimal)part / whole);
}
