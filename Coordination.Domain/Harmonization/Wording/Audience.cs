namespace Coordination.Domain.Harmonization.Wording;

/// <summary>Whom programs are for.</summary>
internal static class Audience
{
    /// <summary>Without those of whom a narrower kind is named too: teachers of primary schools are not those of all schools.</summary>
    internal static HashSet<string> Narrowest(HashSet<string> people)
    {
        var broader = people.Select(Lexicon.BroaderOf).ToHashSet();
        people.ExceptWith(broader.OfType<string>());
        return people;
    }

    /// <summary>Whether some of both are the same, or some of one a kind of some of the other; none named says nothing.</summary>
    internal static bool MayBeSame(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count == 0
        || other.Count == 0
        || one.Overlaps(other)
        || one.Any(people => IsKindOfAny(people, other))
        || other.Any(people => IsKindOfAny(people, one));

    private static bool IsKindOfAny(string people, IReadOnlySet<string> others) =>
        Lexicon.BroaderOf(people) is { } broader && others.Contains(broader);
}
