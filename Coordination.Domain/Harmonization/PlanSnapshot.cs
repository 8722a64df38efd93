using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>A plan at a position, and the day that it is evaluated for: all that its views are made of.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Programs">Its programs by number, inactive ones too.</param>
/// <param name="Assessments">Those of its governments.</param>
/// <param name="Coverage">What is known of coverage on the day.</param>
/// <param name="Position">The last event in the store that affects it.</param>
/// <param name="Day">The evaluation day in Jakarta.</param>
public sealed record PlanSnapshot(
    Plan Plan,
    IReadOnlyDictionary<string, SpbeProgram> Programs,
    IReadOnlyCollection<Assessment> Assessments,
    CoverageMap Coverage,
    long Position,
    DateOnly Day
)
{
    /// <summary>The board.</summary>
    public Board Board() => BoardMaker.Make(Plan, Tally.Of(Programs.Values), Assessments, Position, Day);

    /// <summary>All findings.</summary>
    public IReadOnlyList<Finding> Findings() => Harmonizer.Find(Plan, Programs.Values, Coverage, Day);
}
