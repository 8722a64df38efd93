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
            $"Score {Plain(overlap.Score)} = work {Plain(overlap.Work)} × √(place {Plain(overlap.Place)} × time {Plain(overlap.Time)}).",
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

    private static IEnumerable<Sentence> Declared(Overlap overlap) =>
        overlap.Grade == OverlapGrade.Complementary
            ? [$"Their planners have declared that they complement each other or share the cost."]
            : [];

    private static Sentence Subject(Overlap overlap)
    {
        var others = overlap.Second.Subject.ToDictionary(feature => feature.Key, feature => feature.Weight);
        var shared = overlap
            .First.Subject.Select(feature =>
                (feature.Name, Share: feature.Weight * others.GetValueOrDefault(feature.Key))
            )
            .Where(feature => feature.Share >= LeastShare)
            .OrderByDescending(feature => feature.Share)
            .ThenBy(feature => feature.Name, StringComparer.Ordinal)
            .Select(feature => (Sentence)$"'{feature.Name}' ({feature.Share:0.00})")
            .ToList();
        if (shared.Count == 0)
            return $"What they are about has little in common (subject {Plain(overlap.Comparison.Subject)}).";
        return $"Both are about {FindingOf.List(shared)} (subject {Plain(overlap.Comparison.Subject)}).";
    }

    private static IEnumerable<Sentence> Objects(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording, overlap.Second.Wording);
        return ProgramWording.AreApart(one, other)
            ?
            [
                $"The title of the first is about {Objects(one)}, that of the second about {Objects(other)}: "
                    + $"subject × {Plain(WorkComparison.OfOtherObjects)}, included above.",
            ]
            : [];
    }

    private static Sentence Objects(ProgramWording wording) =>
        FindingOf.List(wording.Objects.Order(StringComparer.Ordinal));

    private static Sentence Activity(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording.Doings, overlap.Second.Wording.Doings);
        Sentence part = $"(activity {Plain(overlap.Comparison.Activity)})";
        if (one.Count == 0 || other.Count == 0)
            return $"At least one does not say what is done {part}.";
        var same = one.Select(doing => doing.Name).Intersect(other.Select(doing => doing.Name)).ToList();
        if (same.Count > 0)
            return $"Both do {FindingOf.List(same.Select(Work))} {part}.";
        return $"The first does {Names(one)}, the second {Names(other)} {part}.";
    }

    private static Sentence People(Overlap overlap)
    {
        var (one, other) = (overlap.First.Wording.People, overlap.Second.Wording.People);
        Sentence part = $"(people {Plain(overlap.Comparison.People)})";
        var same = one.Intersect(other).Order(StringComparer.Ordinal).ToList();
        if (same.Count > 0)
            return $"Both are for {FindingOf.List(same.Select(People))} {part}.";
        if (one.Count > 0 && other.Count > 0)
            return $"The first is for {Names(one)}, the second for {Names(other)} {part}.";
        return $"Nothing says that they are for different people {part}.";
    }

    private static Sentence Code(Overlap overlap)
    {
        if (!overlap.Comparison.HasSameCode)
            return $"They carry no work code in common; the words alone decide.";
        var (one, other) = (overlap.First.Program.Details.SubActivity!, overlap.Second.Program.Details.SubActivity!);
        return $"Both carry the same work: sub-activities {one.Code} and {other.Code}; work × {Plain(WorkComparison.OfSameCode)}, at most 1.";
    }

    private static Sentence Place(Overlap overlap)
    {
        var (one, other) = (overlap.First.Area, overlap.Second.Area);
        var (smaller, larger) = one.Count < other.Count ? (one, other) : (other, one);
        var shared = one.CountShared(other);
        if (shared == 0)
            return $"They work in no village in common.";
        var names = smaller.Codes.Where(larger.Holds).Select(code => Location.Find(code)!.Name);
        return $"Both work in {shared} of the {smaller.Count} villages of the smaller area: {FindingOf.List(names, shared)}.";
    }

    private static Sentence Time(Overlap overlap)
    {
        var (one, other) = (overlap.First.Program.Details.Schedule, overlap.Second.Program.Details.Schedule);
        var days = Overlap.DaysShared(one, other);
        if (days == 0)
            return $"They run one after the other.";
        return $"Both run on {days} of the {Math.Min(Overlap.Days(one), Overlap.Days(other))} days of the shorter, "
            + $"from {Later(one.Start, other.Start)} to {Earlier(one.End, other.End)}.";
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static Sentence Names(IEnumerable<Doing> doings) =>
        FindingOf.List(doings.Select(doing => doing.Name).Order(StringComparer.Ordinal).Select(Work));

    private static Sentence Names(IEnumerable<string> people) =>
        FindingOf.List(people.Order(StringComparer.Ordinal).Select(People));

    private static Word Work(string name) => new("work", name);

    private static Word People(string name) => new("people", name);

    private static decimal Plain(decimal value) => Decimals.Normalised(value);
}
