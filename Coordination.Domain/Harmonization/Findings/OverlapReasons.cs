using System.Globalization;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>Why two programs overlap: one sentence for each part of the score, with what it was reckoned from.</summary>
internal static class OverlapReasons
{
    private const double LeastShare = 0.05;

    internal static Evidence Of(Overlap overlap)
    {
        var work = overlap.Comparison;
        return new([
            .. Declared(overlap),
            Subject(overlap),
            .. Objects(overlap),
            Activity(overlap),
            People(overlap),
            Code(overlap),
            Place(overlap),
            Time(overlap),
            $"Score {Text(overlap.Score)} = work {Text(overlap.Work)} × √(place {Text(overlap.Place)} × time {Text(overlap.Time)}).",
        ])
        {
            Work = overlap.Work,
            Place = overlap.Place,
            Time = overlap.Time,
            Subject = work.Subject,
            Activity = work.Activity,
            People = work.People,
            SameCode = work.HasSameCode,
        };
    }

    private static IEnumerable<string> Declared(Overlap overlap) =>
        overlap.Grade == OverlapGrade.Complementary
            ? ["Their planners have declared that they complement each other or share the cost."]
            : [];

    private static string Subject(Overlap overlap)
    {
        var others = overlap.Second.Subject.ToDictionary(feature => feature.Key, feature => feature.Weight);
        var shared = overlap
            .First.Subject.Select(feature =>
                (feature.Name, Share: feature.Weight * others.GetValueOrDefault(feature.Key))
            )
            .Where(feature => feature.Share >= LeastShare)
            .OrderByDescending(feature => feature.Share)
            .ThenBy(feature => feature.Name, StringComparer.Ordinal)
            .Select(feature => $"'{feature.Name}' ({feature.Share.ToString("0.00", CultureInfo.InvariantCulture)})")
            .ToList();
        return shared.Count == 0
            ? $"What they are about has little in common (subject {Text(overlap.Comparison.Subject)})."
            : $"Both are about {FindingOf.List(shared)} (subject {Text(overlap.Comparison.Subject)}).";
    }

    private static IEnumerable<string> Objects(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording, overlap.Second.Wording);
        return ProgramWording.AreApart(one, other)
            ?
            [
                $"The title of the first is about {Names(one.Objects)}, that of the second about {Names(other.Objects)}: "
                    + $"subject × {Text(WorkComparison.OfOtherObjects)}, included above.",
            ]
            : [];
    }

    private static string Activity(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording.Doings, overlap.Second.Wording.Doings);
        var part = $"(activity {Text(overlap.Comparison.Activity)})";
        if (one.Count == 0 || other.Count == 0)
            return $"At least one does not say what is done {part}.";
        var same = one.Select(doing => doing.Name).Intersect(other.Select(doing => doing.Name)).ToList();
        return same.Count > 0
            ? $"Both do {FindingOf.List(same)} {part}."
            : $"The first does {Names(one)}, the second {Names(other)} {part}.";
    }

    private static string People(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording.People, overlap.Second.Wording.People);
        var part = $"(people {Text(overlap.Comparison.People)})";
        var same = one.Intersect(other).Order(StringComparer.Ordinal).ToList();
        return same.Count > 0 ? $"Both are for {FindingOf.List(same)} {part}."
            : one.Count > 0 && other.Count > 0
                ? $"The first is for {FindingOf.List(one.Order(StringComparer.Ordinal))}, the second for {FindingOf.List(other.Order(StringComparer.Ordinal))} {part}."
            : $"Nothing says that they are for different people {part}.";
    }

    private static string Code(Overlap overlap) =>
        overlap.Comparison.HasSameCode
            ? $"Both carry the same work: sub-activities {overlap.First.Program.Details.SubActivity!.Code} and "
                + $"{overlap.Second.Program.Details.SubActivity!.Code}; work × {Text(WorkComparison.OfSameCode)}, at most 1."
            : "They carry no work code in common; the words alone decide.";

    private static string Place(Overlap overlap)
    {
        var (one, other) = (overlap.First.Area, overlap.Second.Area);
        var (smaller, larger) = one.Count < other.Count ? (one, other) : (other, one);
        var shared = one.CountShared(other);
        return shared == 0
            ? "They work in no village in common."
            : $"Both work in {shared} of the {smaller.Count} villages of the smaller area: "
                + $"{FindingOf.List(smaller.Codes.Where(larger.Holds).Select(code => Location.Find(code)!.Name), shared)}.";
    }

    private static string Time(Overlap overlap)
    {
        var (one, other) = (overlap.First.Program.Details.Schedule, overlap.Second.Program.Details.Schedule);
        var days = Overlap.DaysShared(one, other);
        return days == 0
            ? "They run one after the other."
            : $"Both run on {days} of the {Math.Min(Overlap.Days(one), Overlap.Days(other))} days of the shorter, "
                + $"from {FindingOf.Text(Later(one.Start, other.Start))} to {FindingOf.Text(Earlier(one.End, other.End))}.";
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static string Names(IEnumerable<Doing> doings) => Names(doings.Select(doing => doing.Name));

    private static string Names(IEnumerable<string> names) => FindingOf.List(names.Order(StringComparer.Ordinal));

    private static string Text(decimal value) => Decimals.Normalised(value).ToString(CultureInfo.InvariantCulture);
}
