using System.Collections;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Comparisons;

/// <summary>What of a program a meeting compares: what its planner says, where it stands, and its money.</summary>
internal static class ProgramFields
{
    private static readonly (string Name, Func<SpbeProgram, object?> Value)[] All =
    [
        ("government", program => program.Government),
        ("status", program => program.Status),
        ("priority", program => program.Details.Priority),
        ("title", program => program.Details.Title),
        ("description", program => program.Details.Description),
        ("subActivity.edition", program => program.Details.SubActivity?.Edition),
        ("subActivity.code", program => program.Details.SubActivity?.Code),
        ("locations", program => program.Details.Locations),
        ("output.indicator", program => program.Details.Output.Indicator),
        ("output.target", program => program.Details.Output.Target),
        ("output.unit", program => program.Details.Output.Unit),
        ("spbeIndicators", program => program.Details.SpbeIndicators),
        ("schedule.start", program => program.Details.Schedule.Start),
        ("schedule.end", program => program.Details.Schedule.End),
        ("schedule.multiYear", program => program.Details.Schedule.MultiYear),
        ("estimatedCost", program => program.Details.EstimatedCost),
        ("leadAgency", program => program.Details.LeadAgency),
        ("reference", program => program.Details.Reference),
        ("relations", program => program.Relations),
        ("funded", program => program.Funded),
        ("realised", program => program.Realised),
        ("progressPercent", program => program.ProgressPercent),
        (
            "openConstraints",
            program => program.Constraints.FindAll(one => !one.IsResolved).ConvertAll(one => one.Constraint)
        ),
        (
            "openRequests",
            program =>
                program
                    .ApbnRequests.FindAll(request => request.Status == ApbnRequestStatus.Undecided)
                    .ConvertAll(request => request.Request)
        ),
        ("deferral.toYear", program => program.Deferral?.ToYear),
        ("merger.into", program => program.Merger?.Into),
    ];

    internal static IReadOnlyList<ProgramFieldChange> Between(SpbeProgram before, SpbeProgram after) =>
        ReferenceEquals(before, after)
            ? []
            :
            [
                .. from field in All
                let change = new ProgramFieldChange(field.Name, field.Value(before), field.Value(after))
                where !AreSame(change.From, change.To)
                select change,
            ];

    /// <summary>Lists are compared by their items.</summary>
    private static bool AreSame(object? before, object? after) =>
        (before, after) is (IList one, IList other)
            ? one.Cast<object>().SequenceEqual(other.Cast<object>())
            : Equals(before, after);
}
