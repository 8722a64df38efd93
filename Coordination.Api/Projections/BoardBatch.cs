using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.Events;

namespace Coordination.Api.Projections;

/// <summary>What a batch of events makes of the documents that it touches; they were loaded before it.</summary>
internal sealed class BoardBatch(
    Dictionary<string, StoredBoard> boards,
    Dictionary<string, StoredProgram> programs,
    Dictionary<string, StoredAssessment> assessments,
    Dictionary<string, StoredCoverage> coverage
)
{
    private readonly Dictionary<string, Draft> drafts = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedPrograms = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedAssessments = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedCoverage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> changedProvinces = new(StringComparer.Ordinal);

    internal IEnumerable<StoredProgram> ChangedPrograms => changedPrograms.Select(id => programs[id]);

    internal IEnumerable<StoredAssessment> ChangedAssessments => changedAssessments.Select(id => assessments[id]);

    internal IEnumerable<StoredCoverage> ChangedCoverage => changedCoverage.Select(id => coverage[id]);

    /// <summary>Each board that an event of its own has changed, and its position.</summary>
    internal IEnumerable<(StoredBoard Board, long Position)> ChangedBoards =>
        drafts.Select(entry => (entry.Value.Finish(entry.Key), entry.Value.Position));

    /// <summary>Provinces whose assessments or coverage changed, and the last event of that: it affects all of their plans.</summary>
    internal IReadOnlyDictionary<string, long> ChangedProvinces => changedProvinces;

    internal static string IdOf(IAssessmentEvent next) => new AssessmentId(next.Government, next.Year).ToString();

    internal void Follow(IEvent stored, IPlanEvent next)
    {
        var draft = DraftOf(next.Plan, stored);
        draft.Plan = PlanFold.Evolve(draft.Plan, next);
    }

    internal void Follow(IEvent stored, IProgramEvent next)
    {
        var (id, draft) = (stored.StreamKey!, DraftOf(next.Plan, stored));
        var before = programs.GetValueOrDefault(id)?.Program;
        var after = ProgramFold.Evolve(before, id, next);
        draft.Tally = draft.Tally.Replace(before, after);
        programs[id] = new(id, stored.Sequence, stored.Version, after);
        changedPrograms.Add(id);
    }

    /// <summary>A meeting changes nothing on the board but belongs to the plan: its views are at the position of what was said last.</summary>
    internal void Follow(IEvent stored, IMeetingEvent next) => DraftOf(next.Plan, stored);

    internal void Follow(IEvent stored, IAssessmentEvent next)
    {
        var id = IdOf(next);
        assessments[id] = new(id, AssessmentFold.Evolve(assessments.GetValueOrDefault(id)?.Assessment, next));
        changedAssessments.Add(id);
        changedProvinces[next.Government[..2]] = stored.Sequence;
    }

    internal void Follow(IEvent stored, CoverageReported next)
    {
        var id = next.Location;
        coverage[id] = new(id, CoverageFold.Evolve(coverage.GetValueOrDefault(id)?.Coverage, next));
        changedCoverage.Add(id);
        changedProvinces[id[..2]] = stored.Sequence;
    }

    private Draft DraftOf(string plan, IEvent stored)
    {
        if (!drafts.TryGetValue(plan, out var draft))
            drafts[plan] = draft = Draft.From(boards.GetValueOrDefault(plan));
        draft.Position = stored.Sequence;
        return draft;
    }

    /// <summary>A board while the batch changes it.</summary>
    private sealed class Draft
    {
        internal Plan? Plan { get; set; }

        internal Tally Tally { get; set; } = Tally.Empty;

        internal long Position { get; set; }

        internal static Draft From(StoredBoard? stored) =>
            stored is null ? new() : new() { Plan = stored.WholePlan(), Tally = stored.Tally };

        internal StoredBoard Finish(string id) =>
            new(
                id,
                Plan ?? throw new InvalidOperationException($"Plan '{id}' has programs and was never opened."),
                Tally
            );
    }
}
