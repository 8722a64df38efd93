using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>Which assessment: a government and a year, <c>19.05-2024</c>.</summary>
/// <param name="Government">Kemendagri code; whether it is known is for the decision to say.</param>
/// <param name="Year">Four digits.</param>
public sealed partial record AssessmentId(string Government, int Year)
{
    /// <summary>Reads an id; none when the text cannot be one.</summary>
    public static AssessmentId? Parse(string text) =>
        Form().IsMatch(text) ? new(text[..^5], int.Parse(text[^4..], CultureInfo.InvariantCulture)) : null;

    /// <summary><c>19.05-2024</c>.</summary>
    public override string ToString() => $"{Government}-{Year:0000}";

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{2})?-[0-9]{4}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

/// <summary>Where an assessment stands.</summary>
public enum AssessmentStatus
{
    /// <summary>Levels are recorded.</summary>
    Draft,

    /// <summary>Handed in: levels stay, unless it is reopened.</summary>
    Submitted,
}

/// <summary>What a decree published of an assessment (keputusan menteri tentang hasil evaluasi SPBE).</summary>
/// <param name="Domains">Values of the domains as printed: two decimals.</param>
/// <param name="Index">The index as printed: two decimals.</param>
/// <param name="Decree">The decree.</param>
/// <param name="PublishedOn">The decree's day.</param>
public sealed record Publication(ImmutableList<decimal> Domains, decimal Index, string Decree, DateOnly PublishedOn)
{
    /// <summary>Half a unit of the last printed decimal: what rounding may have taken or added.</summary>
    private const decimal Rounding = 0.005m;

    /// <summary>
    /// Whether index and domain values can be of one assessment: each is at most 0.005 off, and the weights sum to 1, so that they differ
    /// by 0.01 at most.
    /// </summary>
    internal bool IsConsistentWith(SpbeInstrument instrument) =>
        Math.Abs(instrument.IndexOf(Domains) - Index) <= 2 * Rounding;

    /// <summary>
    /// The unrounded index, as near as the printed figures tell: what follows from the domain values, kept among the values that are
    /// printed as <see cref="Index"/>. Its predicate is the decree's, also where the printed index would have another (3.50 out of 3.4981).
    /// </summary>
    public decimal Unrounded(SpbeInstrument instrument) =>
        Math.Clamp(instrument.IndexOf(Domains), Index - Rounding, Index + Rounding);

    internal bool SaysTheSameAs(Publication other) =>
        this with { Domains = other.Domains } == other && Domains.SequenceEqual(other.Domains);
}

/// <summary>A government's assessment of a year by the SPBE instrument: the state that its events fold to.</summary>
/// <param name="Government">Kemendagri code.</param>
/// <param name="Year">The year assessed.</param>
public sealed record Assessment(string Government, int Year)
{
    /// <summary><c>19.05-2024</c>.</summary>
    public string Id => new AssessmentId(Government, Year).ToString();

    /// <summary>Level by indicator number; what was not assessed is not there.</summary>
    public ImmutableSortedDictionary<int, int> Levels { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>Evidence by indicator number.</summary>
    public ImmutableSortedDictionary<int, string> Evidence { get; init; } =
        ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Where it stands.</summary>
    public AssessmentStatus Status { get; init; }

    /// <summary>What decrees published, each decree once, in the order of recording.</summary>
    public ImmutableList<Publication> Publications { get; init; } = [];

    /// <summary>The latest publication on or before a day, or none.</summary>
    public Publication? PublishedBy(DateOnly day) =>
        Publications
            .Where(publication => publication.PublishedOn <= day)
            .OrderBy(publication => publication.PublishedOn)
            .LastOrDefault();
}
