using System.Collections.Immutable;
using Coordination.Domain.Harmonization.Wording;

namespace Coordination.Domain.Harmonization.Overlaps;

/// <summary>
/// How alike the work of two programs is, and of what that is made; each part 0–1 with six decimals. Why these numbers:
/// docs/decisions/0010.
/// </summary>
/// <param name="Subject">Square root of the cosine of what both are about; × 0.7 where the titles are about different things, × 0.5 where in different settings.</param>
/// <param name="Activity">Whether the same is done with it.</param>
/// <param name="People">Whether it is for the same people.</param>
/// <param name="HasSameCode">Whether both carry the same work code.</param>
internal readonly record struct WorkComparison(decimal Subject, decimal Activity, decimal People, bool HasSameCode)
{
    /// <summary>What the same work code multiplies: it adds to what the words say, and alone it adds nothing.</summary>
    internal const decimal OfSameCode = 1.1m;

    /// <summary>What titles about different things multiply.</summary>
    internal const decimal OfOtherObjects = 0.7m;

    /// <summary>What titles of different settings multiply.</summary>
    internal const decimal OfOtherSetting = 0.5m;

    private const decimal OfOtherActivity = 0.15m;
    private const decimal OfUnclearActivity = 0.6m;
    private const decimal OfNoActivity = 0.8m;
    private const decimal OfOtherPeople = 0.3m;
    private const decimal OfOtherUsers = 0.4m;
    private const double OfToldBesides = 0.5;

    /// <summary>The work's part of the score: subject × activity × people, and what the code adds; at most 1.</summary>
    internal decimal Value => Decimals.Rate(Math.Min(1, Subject * Activity * People * (HasSameCode ? OfSameCode : 1)));

    internal static WorkComparison Of(ProgramProfile one, ProgramProfile other) =>
        new(
            SubjectOf(one, other),
            ActivityOf(one.Wording, other.Wording),
            PeopleOf(one.Wording, other.Wording),
            one.Code is { } code && code.IsSameAs(other.Code)
        );

    /// <summary>What two subjects of length 1 have in common, 0–1.</summary>
    internal static double Cosine(ImmutableArray<Feature> one, ImmutableArray<Feature> other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length; )
            if (one[i].Key == other[j].Key)
                sum += one[i++].Weight * other[j++].Weight;
            else if (one[i].Key < other[j].Key)
                i++;
            else
                j++;
        return Math.Min(1, sum);
    }

    private static decimal SubjectOf(ProgramProfile one, ProgramProfile other) =>
        Decimals.Rate(
            (decimal)Math.Sqrt(Cosine(one.Subject, other.Subject))
                * (ProgramWording.AreApart(one.Wording, other.Wording) ? OfOtherObjects : 1)
                * (ProgramWording.AreElsewhere(one.Wording, other.Wording) ? OfOtherSetting : 1)
        );

    /// <summary>
    /// What a text does not say is taken from the rest of it: only where both titles name an activity does another one count in full.
    /// </summary>
    private static decimal ActivityOf(ProgramWording one, ProgramWording other)
    {
        if (one.Doings.Count == 0 || other.Doings.Count == 0)
            return OfNoActivity;
        var best = 0.0;
        foreach (var mine in one.Doings)
        foreach (var theirs in other.Doings)
            best = Math.Max(best, Doing.Closeness(mine, theirs) * (mine.IsMain && theirs.IsMain ? 1 : OfToldBesides));
        var least = AreClear(one, other) ? OfOtherActivity : OfUnclearActivity;
        return least + ((1 - least) * (decimal)best);
    }

    /// <summary>Teaching and regulating are always called so: what is not called so is something else.</summary>
    private static bool AreClear(ProgramWording one, ProgramWording other) =>
        (one.IsClear && other.IsClear) || IsCalledSo(one) || IsCalledSo(other);

    private static bool IsCalledSo(ProgramWording wording) =>
        wording.IsClear && wording.Doings.Any(doing => doing is { IsMain: true, IsCalledSo: true });

    private static decimal PeopleOf(ProgramWording one, ProgramWording other) =>
        Audience.MayBeSame(one.People, other.People) ? 1
        : one.Doings.Any(doing => doing.IsOnPeople) && other.Doings.Any(doing => doing.IsOnPeople) ? OfOtherPeople
        : OfOtherUsers;
}
