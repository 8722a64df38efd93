using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>
/// The findings of a plan while its programs change: a change costs what it can have changed, not the plan. The result is always that of
/// <see cref="Harmonizer"/> from scratch, but for plans that are too crowded to be looked through. For one thread at a time.
/// </summary>
/// <param name="mostOverlaps">More pairs than this are not listed.</param>
public sealed class PlanFindings(int mostOverlaps = Crowds.MostOverlaps)
{
    /// <summary>A plan with more programs is not searched.</summary>
    public const int MostPrograms = Crowds.MostPrograms;

    private readonly SortedDictionary<string, Known> programs = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly KnownOverlaps overlaps = new(mostOverlaps);
    private readonly SortedDictionary<string, ProgramProfile> internet = new(StringComparer.Ordinal);
    private IReadOnlyList<CoverageReport> reports = [];
    private CoverageMap coverage = CoverageMap.Unknown;
    private DateOnly day;
    private List<Finding> ofVillages = [];

    /// <summary>A plan's findings from scratch; in no order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programs">All of its programs.</param>
    /// <param name="reports">Every report of coverage, in the order they were recorded.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    /// <param name="forecasts">By government the forecast rate of a plan that measures maturity or indicators.</param>
    public static IReadOnlyList<Finding> Of(
        Plan plan,
        IReadOnlyCollection<SpbeProgram> programs,
        IReadOnlyList<CoverageReport> reports,
        DateOnly day,
        IReadOnlyDictionary<string, decimal>? forecasts = null
    )
    {
        if (programs.Count > MostPrograms)
            return OfTooLarge(plan);
        var findings = new PlanFindings();
        findings.Set(programs);
        return findings.Find(plan, reports, day, forecasts);
    }

    /// <summary>What is said of a plan that has more programs than are searched.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<Finding> OfTooLarge(Plan plan) => [Crowds.OfPrograms(plan).In(plan)];

    /// <summary>Takes in programs that are new or have changed; the last state of each counts.</summary>
    /// <param name="states">As they are now.</param>
    public void Set(IEnumerable<SpbeProgram> states)
    {
        foreach (var program in states)
        {
            programs[program.Id] = new(new(program));
            changed.Add(program.Id);
        }
    }

    /// <summary>All findings of the plan as it stands, in no order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">Every report of coverage, in the order they were recorded.</param>
    /// <param name="on">The evaluation day in Jakarta.</param>
    /// <param name="forecasts">By government the forecast rate of a plan that measures maturity or indicators.</param>
    public IReadOnlyList<Finding> Find(
        Plan plan,
        IReadOnlyList<CoverageReport> known,
        DateOnly on,
        IReadOnlyDictionary<string, decimal>? forecasts = null
    )
    {
        var isOtherDay = on != day;
        var isOtherCoverage = isOtherDay || !known.SequenceEqual(reports);
        if (isOtherCoverage)
            (day, reports, coverage) = (on, known, new(known, on));
        var isOtherInternet = FollowInternet();
        FindOfPrograms(isOtherDay, isOtherCoverage || isOtherInternet);
        if (isOtherCoverage || isOtherInternet)
            ofVillages = [.. Gaps.OfVillages(plan, [.. internet.Values], coverage)];
        overlaps.Follow(changed.Select(id => programs[id].Profile));
        changed.Clear();
        var active = Active().ToList();
        return
        [
            .. overlaps
                .Find(plan)
                .Concat(programs.Values.SelectMany(program => program.Findings))
                .Concat(FundingFindings.SharedDocuments(active))
                .Concat(Gaps.OfPriorities(plan, active))
                .Concat(ofVillages)
                .Concat(Targets.Of(plan, active, forecasts ?? Harmonizer.NoForecasts, day))
                .Select(finding => finding.In(plan)),
        ];
    }

    /// <summary>
    /// What a proposal would raise among the programs as last searched, in order. In a crowded plan its overlaps are left out: they are
    /// as many as the programs.
    /// </summary>
    /// <param name="proposal">A program, in the plan or not.</param>
    public IReadOnlyList<Finding> FindFor(SpbeProgram proposal) =>
        Harmonizer.FindFor(
            new(proposal),
            overlaps.IsCrowded ? OverlapIndex.Empty : overlaps.Index,
            [.. internet.Values],
            coverage,
            day
        );

    private IEnumerable<SpbeProgram> Active() =>
        programs.Values.Select(program => program.Profile.Program).Where(program => program.IsActive);

    /// <summary>Whether a program that brings internet came, went or changed.</summary>
    private bool FollowInternet()
    {
        var isOther = false;
        foreach (var id in changed)
        {
            isOther |= internet.Remove(id);
            var profile = programs[id].Profile;
            if (!profile.Program.IsActive || !Internet.IsBroughtBy(profile))
                continue;
            internet[id] = profile;
            isOther = true;
        }
        return isOther;
    }

    private void FindOfPrograms(bool isOtherDay, bool mayMissOthers)
    {
        List<ProgramProfile> bringing = [.. internet.Values];
        foreach (var (id, program) in programs)
        {
            if (!program.Profile.Program.IsActive)
                continue;
            var isChanged = changed.Contains(id);
            if (isChanged)
                program.OfItself = [.. Harmonizer.OfItself(program.Profile)];
            if (isChanged || isOtherDay)
                program.OfDay = [.. DeliveryFindings.Overdue(program.Profile.Program, day)];
            if (isChanged || mayMissOthers)
                program.OfOthers = [.. Prerequisites.Of(program.Profile, bringing, coverage)];
        }
    }

    /// <summary>A program and what is found of it, by what that depends on.</summary>
    private sealed class Known(ProgramProfile profile)
    {
        internal ProgramProfile Profile { get; } = profile;

        internal List<Finding> OfItself { get; set; } = [];

        internal List<Finding> OfDay { get; set; } = [];

        internal List<Finding> OfOthers { get; set; } = [];

        internal IEnumerable<Finding> Findings => OfItself.Concat(OfDay).Concat(OfOthers);
    }
}
