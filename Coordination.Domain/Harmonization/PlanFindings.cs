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
public sealed class PlanFindings
{
    /// <summary>A plan with more programs is not searched.</summary>
    public const int MostPrograms = Crowds.MostPrograms;

    private readonly Dictionary<string, Known> programs = new(StringComparer.Ordinal);

    /// <summary>As they were when somebody last looked; none for those that are new.</summary>
    private readonly Dictionary<string, ProgramProfile?> changed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ProgramProfile> internet = new(StringComparer.Ordinal);
    private readonly FindingGroups groups = new();
    private readonly KnownOverlaps overlaps;
    private readonly KnownDocuments documents;
    private readonly KnownGaps gaps;
    private readonly KnownTargets targets;
    private IReadOnlyList<CoverageReport> reports = [];
    private CoverageMap coverage = CoverageMap.Unknown;
    private DateOnly day;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="mostOverlaps">More pairs than this are not listed.</param>
    public PlanFindings(int mostOverlaps = Crowds.MostOverlaps)
    {
        (overlaps, documents) = (new(mostOverlaps, groups), new(groups));
        (gaps, targets) = (new(groups), new(groups));
    }

    /// <summary>A plan's findings from scratch.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programs">All of its programs.</param>
    /// <param name="reports">Every report of coverage, in the order they were recorded.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    /// <param name="forecasts">By government the forecast rate of a plan that measures maturity or indicators.</param>
    public static FoundFindings Of(
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
    public static FoundFindings OfTooLarge(Plan plan)
    {
        var notice = new FindingGroups();
        notice.Follow(plan);
        notice.Set("programs", [Crowds.OfPrograms(plan)]);
        return notice.Found;
    }

    /// <summary>Takes in programs that are new or have changed; the last state of each counts.</summary>
    /// <param name="states">As they are now.</param>
    public void Set(IEnumerable<SpbeProgram> states)
    {
        foreach (var program in states)
        {
            changed.TryAdd(program.Id, programs.GetValueOrDefault(program.Id)?.Profile);
            programs[program.Id] = new(new(program));
        }
    }

    /// <summary>All findings of the plan as it stands.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">Every report of coverage, in the order they were recorded.</param>
    /// <param name="on">The evaluation day in Jakarta.</param>
    /// <param name="forecasts">By government the forecast rate of a plan that measures maturity or indicators.</param>
    public FoundFindings Find(
        Plan plan,
        IReadOnlyList<CoverageReport> known,
        DateOnly on,
        IReadOnlyDictionary<string, decimal>? forecasts = null
    )
    {
        groups.Follow(plan);
        var isOtherDay = on != day;
        var isOtherCoverage = isOtherDay || !known.SequenceEqual(reports);
        if (isOtherCoverage)
            (day, reports, coverage) = (on, known, new(known, on));
        List<ProfileChange> changes =
        [
            .. changed.Select(change => new ProfileChange(change.Value, programs[change.Key].Profile)),
        ];
        var mayMissOthers = FollowInternet(changes) || isOtherCoverage;
        if (mayMissOthers)
            groups.Set("villages", Gaps.OfVillages(plan, [.. internet.Values], coverage));
        FindOfPrograms(isOtherDay || mayMissOthers ? programs.Keys : changed.Keys, isOtherDay, mayMissOthers);
        overlaps.Follow(plan, changes);
        documents.Follow(changes);
        gaps.Follow(plan, changes);
        targets.Follow(plan, changes, Active(), forecasts ?? Harmonizer.NoForecasts, day);
        changed.Clear();
        return groups.Found;
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
    private bool FollowInternet(List<ProfileChange> changes)
    {
        var isOther = false;
        foreach (var (_, profile) in changes)
        {
            var id = profile.Program.Id;
            isOther |= internet.Remove(id);
            if (!profile.Program.IsActive || !Internet.IsBroughtBy(profile))
                continue;
            internet[id] = profile;
            isOther = true;
        }
        return isOther;
    }

    private void FindOfPrograms(IEnumerable<string> ids, bool isOtherDay, bool mayMissOthers)
    {
        List<ProgramProfile> bringing = [.. internet.Values];
        foreach (var id in ids)
        {
            var program = programs[id];
            var isActive = program.Profile.Program.IsActive;
            var isChanged = changed.ContainsKey(id);
            if (isActive && isChanged)
                program.OfItself = [.. Harmonizer.OfItself(program.Profile)];
            if (isActive && (isChanged || isOtherDay))
                program.OfDay = [.. DeliveryFindings.Overdue(program.Profile.Program, day)];
            if (isActive && (isChanged || mayMissOthers))
                program.OfOthers = [.. Prerequisites.Of(program.Profile, bringing, coverage)];
            if (isActive || isChanged)
                groups.Set($"program {id}", isActive ? program.Findings : []);
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
