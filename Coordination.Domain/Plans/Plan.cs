using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Domain.Plans;

/// <summary>
/// How a plan measures implementation toward its target. The coordination meeting asked for "at least 80 percent in 2024" and
/// no decree defines it, so each plan names one definition and views show all.
/// </summary>
public enum ImplementationDefinition
{
    /// <summary>Mean progress of active programs.</summary>
    Completion,

    /// <summary>Progress of active programs weighted by their estimated cost.</summary>
    CompletionByCost,

    /// <summary>SPBE index divided by 5.</summary>
    Maturity,

    /// <summary>Share of the 47 SPBE indicators at level 3 or above.</summary>
    Indicators,
}

/// <summary>What the plan wants to reach in every government.</summary>
/// <param name="Rate">Above 0, at most 1, four decimals.</param>
/// <param name="Definition">What the rate is a rate of.</param>
public sealed record PlanTarget(decimal Rate, ImplementationDefinition Definition);

/// <summary>Where a plan stands.</summary>
public enum PlanStatus
{
    /// <summary>Programs are proposed and carried out.</summary>
    Open,

    /// <summary>Agreed as the baseline; work goes on.</summary>
    Agreed,

    /// <summary>Only realisations and funding corrections are recorded.</summary>
    Closed,
}

/// <summary>That a finding was accepted.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fingerprint">Of what it was concluded from when it was accepted; with another it is changed since.</param>
/// <param name="Reason">Why it may stay.</param>
public sealed record FindingAcceptance(FindingKind Kind, string Fingerprint, string Reason);

/// <summary>A province's plan of one fiscal year (rencana tahunan): the state that its events fold to.</summary>
/// <param name="Id"><c>19-2024</c>: province and year.</param>
/// <param name="Province">Kemendagri code of the province.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Target">What it wants to reach.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Name">What people call it, where they call it anything.</param>
public sealed partial record Plan(
    string Id,
    string Province,
    int Year,
    PlanTarget Target,
    PlanStatus Status,
    string? Name = null
)
{
    /// <summary>No finding is accepted.</summary>
    public static ImmutableSortedDictionary<string, FindingAcceptance> NoneAccepted { get; } =
        ImmutableSortedDictionary.Create<string, FindingAcceptance>(StringComparer.Ordinal);

    /// <summary>The findings that were accepted, by id. Not part of its JSON: every view shows the plan, and findings carry their status.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, FindingAcceptance> AcceptedFindings { get; init; } = NoneAccepted;

    /// <summary>The id of a province's plan of a year.</summary>
    public static string IdOf(string province, int year) => $"{province}-{year}";

    /// <summary>Whether a text can be a plan's id.</summary>
    public static bool IsWellFormedId(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{2}-[0-9]{4}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
