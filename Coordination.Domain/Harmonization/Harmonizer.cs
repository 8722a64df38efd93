using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// Finds what a coordination meeting should know of a plan: the one pure function from facts to findings, for the live view, for the past
/// and for what-if. The same facts and day give the same findings, whatever order they come in.
/// </summary>
public static class Harmonizer
{
    /// <summary>Who proposes what stands in the plan a thousand times is not told so a thousand times.</summary>
    private const int MostOverlapsRaised = 20;

    internal static readonly IReadOnlyDictionary<string, decimal> NoForecasts = new Dictionary<string, decimal>();

    /// <summary>All findings of a plan, by severity, money at stake and id.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programs">Its programs, inactive ones too.</param>
    /// <param name="coverage">What is known of coverage on the day.</param>
    /// <param name="day">The evaluation day in Jakarta: what is overdue depends on it.</param>
    /// <param name="forecasts">By government the forecast rate, 0–1, of a plan that measures maturity or indicators.</param>
    public static IReadOnlyList<Finding> Find(
        Plan plan,
        IEnumerable<SpbeProgram> programs,
        CoverageMap coverage,
        DateOnly day,
        IReadOnlyDictionary<string, decimal>? forecasts = null
    ) => Find(plan, OverlapIndex.Of(programs.Select(program => new ProgramProfile(program))), coverage, day, forecasts);

    /// <summary>The same of programs whose profiles are at hand.</summary>
    public static IReadOnlyList<Finding> Find(
        Plan plan,
        OverlapIndex index,
        CoverageMap coverage,
        DateOnly day,
        IReadOnlyDictionary<string, decimal>? forecasts = null
    )
    {
        var active = index
            .Profiles.Where(profile => profile.Program.IsActive)
            .OrderBy(profile => profile.Program.Id, StringComparer.Ordinal)
            .ToList();
        var programs = active.ConvertAll(profile => profile.Program);
        var internet = active.FindAll(Internet.IsBroughtBy);
        List<Finding> findings =
        [
            .. index.FindAll().Select(OverlapFindings.Of),
            .. active.SelectMany(profile => OfProgram(profile, internet, coverage, day)),
            .. FundingFindings.SharedDocuments(programs),
            .. Gaps.OfPriorities(plan, programs),
            .. Gaps.OfVillages(plan, internet, coverage),
            .. Targets.Of(plan, programs, forecasts ?? NoForecasts, day),
        ];
        return InOrder(findings.Select(finding => finding.In(plan)));
    }

    /// <summary>
    /// What a proposal would raise, without what its whole plan raises anyway: overlaps with programs in the index, the 20 strongest, and what
    /// is wrong with itself. Not that its money is missing, which is so of every proposal and says nothing.
    /// </summary>
    public static IReadOnlyList<Finding> FindFor(
        ProgramProfile proposal,
        OverlapIndex index,
        CoverageMap coverage,
        DateOnly day
    )
    {
        // All programs are looked through only where a prerequisite may be missing.
        var internet = Internet.IsNeededBy(proposal)
            ? index.Profiles.Where(profile => profile.Program.IsActive && Internet.IsBroughtBy(profile)).ToList()
            : [];
        return FindFor(proposal, index, internet, coverage, day);
    }

    internal static IReadOnlyList<Finding> FindFor(
        ProgramProfile proposal,
        OverlapIndex index,
        IReadOnlyList<ProgramProfile> internet,
        CoverageMap coverage,
        DateOnly day
    ) =>
        InOrder(
            index
                .FindFor(proposal)
                .OrderBy(overlap => overlap.Grade)
                .ThenByDescending(overlap => overlap.Score)
                .Take(MostOverlapsRaised)
                .Select(OverlapFindings.Of)
                .Concat(OfProgram(proposal, internet, coverage, day))
                .Where(finding => finding.Kind != FindingKind.FundingGap)
        );

    /// <summary>The order of a list: what matters most first.</summary>
    public static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderBy(finding => finding.Severity)
                .ThenByDescending(finding => finding.AtStake)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];

    private static IEnumerable<Finding> OfProgram(
        ProgramProfile profile,
        IReadOnlyList<ProgramProfile> internet,
        CoverageMap coverage,
        DateOnly day
    ) =>
        [
            .. OfItself(profile),
            .. Prerequisites.Of(profile, internet, coverage),
            .. DeliveryFindings.Overdue(profile.Program, day),
        ];

    /// <summary>What follows from a program alone, on any day.</summary>
    internal static IEnumerable<Finding> OfItself(ProgramProfile profile) =>
        [
            .. NationalDuplicates.Of(profile),
            .. AuthorityFindings.Of(profile),
            .. FundingFindings.Gap(profile.Program),
            .. FundingFindings.AboveCost(profile.Program),
            .. DeliveryFindings.Blocked(profile.Program),
        ];
}
