using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What a finding (temuan) is about.</summary>
public enum FindingKind
{
    /// <summary>Two programs do the same work at the same place and time.</summary>
    Overlap,

    /// <summary>A program builds what a national application already does (aplikasi umum, PermenPANRB on common applications).</summary>
    NationalDuplicate,

    /// <summary>A priority without an active program in a government, or an uncovered village that no program brings internet to.</summary>
    Gap,

    /// <summary>An electronic service begins where there is no internet yet.</summary>
    Prerequisite,

    /// <summary>Less allocated than it costs.</summary>
    FundingGap,

    /// <summary>More allocated than it costs, or one document that allocates to several programs.</summary>
    DoubleFunding,

    /// <summary>Work that the centre alone may do (UU 23/2014, annex P).</summary>
    Authority,

    /// <summary>A government that misses the plan's target even if all goes well from now on.</summary>
    Target,

    /// <summary>Past its end and not completed.</summary>
    Schedule,

    /// <summary>An open constraint that blocks.</summary>
    Constraint,
}

/// <summary>How much a finding matters; the first is first on the list.</summary>
public enum FindingSeverity
{
    /// <summary>Decide now.</summary>
    High,

    /// <summary>Decide at the next meeting.</summary>
    Medium,

    /// <summary>Good to know.</summary>
    Low,
}

/// <summary>What a meeting has said of a finding.</summary>
public enum FindingStatus
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It may stay as it is.</summary>
    Accepted,

    /// <summary>It was accepted, and what it is concluded from has changed since.</summary>
    Changed,
}

/// <summary>Something that a coordination meeting should know of and decide: what, why, how much is at stake, and what to do.</summary>
/// <param name="Id">Kind and the start of a SHA-256 over plan, kind and subjects: the same finding keeps its id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Grade">How two programs stand to each other, for an overlap.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Programs">Numbers of the programs concerned, in order.</param>
/// <param name="Governments">Codes of the governments concerned, in order.</param>
/// <param name="Priority">The priority concerned, where it is one.</param>
/// <param name="Locations">Codes of the villages concerned, where the finding is about some.</param>
/// <param name="Score">0–1 with six decimals, for an overlap.</param>
/// <param name="Evidence">What it is concluded from.</param>
/// <param name="AtStake">Rupiah.</param>
/// <param name="Recommendation">What to do about it.</param>
/// <param name="Fingerprint">
/// SHA-256 over what it is concluded from. A finding that was accepted stays so while this is the same. Progress is not part of it.
/// </param>
public sealed record Finding(
    string Id,
    FindingKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OverlapGrade? Grade,
    FindingSeverity Severity,
    IReadOnlyList<string> Programs,
    IReadOnlyList<string> Governments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Priority,
    IReadOnlyList<string> Locations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Score,
    Evidence Evidence,
    decimal AtStake,
    Recommendation Recommendation,
    string Fingerprint
)
{
    private const int DigitsOfId = 12;

    /// <summary>What a meeting has said of it.</summary>
    public FindingStatus Status { get; init; }

    /// <summary>Why it was accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AcceptedBecause { get; init; }

    /// <summary>Whether it waits for a decision, and so is counted: open or changed, and more than declared parts of one thing.</summary>
    [JsonIgnore]
    public bool IsWaiting => Status != FindingStatus.Accepted && Grade != OverlapGrade.Complementary;

    /// <summary>The same with what the plan's meetings have said of it, and in a closed plan with what can still be done.</summary>
    internal Finding In(Plan plan)
    {
        var said =
            plan.AcceptedFindings.TryGetValue(Id, out var acceptance)
                ? this with
                {
                    Status = acceptance.Fingerprint == Fingerprint ? FindingStatus.Accepted : FindingStatus.Changed,
                    AcceptedBecause = acceptance.Reason,
                }
            : Status == FindingStatus.Open ? this
            : this with { Status = FindingStatus.Open, AcceptedBecause = null };
        return plan.Status == PlanStatus.Closed
            ? said with
            {
                Recommendation = said.Recommendation.InClosedPlan(),
            }
            : said;
    }

    internal static string IdOf(string plan, FindingKind kind, IEnumerable<string> subjects) =>
        $"{NameOf(kind)}-{Digest([plan, NameOf(kind), .. subjects.Order(StringComparer.Ordinal)])[..DigitsOfId]}";

    /// <summary>Parts are told apart by their lengths: no two lists run together into one text.</summary>
    internal static string Digest(IEnumerable<string> parts)
    {
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string NameOf(FindingKind kind) =>
        string.Concat(
                kind.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")
            )
            .ToLowerInvariant();
}

/// <summary>What a finding is concluded from: for an overlap the parts of its score, and for each the reason in words and numbers.</summary>
/// <param name="Reasons">Whole sentences.</param>
public sealed record Evidence(IReadOnlyList<Sentence> Reasons)
{
    /// <summary>How alike the work is: subject × activity × people (× 1.1 with the same work code), at most 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Work { get; init; }

    /// <summary>Villages that both work in ÷ villages of the smaller area.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Place { get; init; }

    /// <summary>Days on which both run ÷ days of the shorter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Time { get; init; }

    /// <summary>How alike what they are about is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Subject { get; init; }

    /// <summary>How alike what is done is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Activity { get; init; }

    /// <summary>Whether it is done for the same people.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? People { get; init; }

    /// <summary>Whether both carry the same work code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SameCode { get; init; }
}
