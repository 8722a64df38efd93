using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>A plan at a position, and the day that it is evaluated for: all that its views are made of.</summary>
/// <param name="plan">The plan.</param>
/// <param name="programs">Its programs by number, inactive ones too.</param>
/// <param name="assessments">Those of its governments.</param>
/// <param name="coverage">Every report of coverage, in the order they were recorded.</param>
/// <param name="position">The last event in the store that affects it.</param>
/// <param name="day">The evaluation day in Jakarta.</param>
public sealed class PlanSnapshot(
    Plan plan,
    IReadOnlyDictionary<string, SpbeProgram> programs,
    IReadOnlyCollection<Assessment> assessments,
    IReadOnlyList<CoverageReport> coverage,
    long position,
    DateOnly day
)
{
    private HarmonizationView? view;
    private PlanFindings? search;
    private PlanSnapshot? from;

    /// <summary>The plan.</summary>
    public Plan Plan => plan;

    /// <summary>Its programs by number.</summary>
    public IReadOnlyDictionary<string, SpbeProgram> Programs => programs;

    /// <summary>The evaluation day in Jakarta.</summary>
    public DateOnly Day => day;

    /// <summary>The whole view of it; made when it is asked for first.</summary>
    public HarmonizationView View => view ??= MakeView();

    /// <summary>The same with another plan and other programs.</summary>
    public PlanSnapshot With(Plan otherPlan, IReadOnlyDictionary<string, SpbeProgram> otherPrograms) =>
        new(otherPlan, otherPrograms, assessments, coverage, position, day) { from = this };

    /// <summary>The finding of that id, or none; what is known of the programs stays known for the next time.</summary>
    internal Finding? Find(string finding, PlanFindings known) =>
        programs.Count > PlanFindings.MostPrograms
            ? null
            : known
                .Find(plan, coverage, day, Forecasts.Of(plan, Tally.Of(programs.Values), assessments, day))
                .All.FirstOrDefault(candidate => candidate.Id == finding);

    private HarmonizationView MakeView()
    {
        IReadOnlyCollection<SpbeProgram> all = [.. programs.Values];
        var tally = Tally.Of(all);
        var findings = Find(Forecasts.Of(plan, tally, assessments, day));
        return HarmonizationView.Of(
            BoardMaker.Make(plan, tally, assessments, position, day, findings: findings.Waiting),
            Harmonizer.InOrder(findings.All)
        );
    }

    private FoundFindings Find(IReadOnlyDictionary<string, decimal> forecasts)
    {
        if (programs.Count > PlanFindings.MostPrograms)
            return PlanFindings.OfTooLarge(plan);
        search = TakeSearch() ?? new();
        search.Set(programs.Values.Where(IsNew));
        return search.Find(plan, coverage, day, forecasts);
    }

    /// <summary>What was looked through of the plan that this one came from costs no second look; it goes on with the first who asks.</summary>
    private PlanFindings? TakeSearch()
    {
        if (from?.Programs.Keys.All(programs.ContainsKey) != true)
            from = null;
        _ = from?.View;
        var taken = from?.search;
        if (taken is null)
            from = null;
        else
            from!.search = null;
        return taken;
    }

    private bool IsNew(SpbeProgram program) => !ReferenceEquals(program, from?.Programs.GetValueOrDefault(program.Id));
}
