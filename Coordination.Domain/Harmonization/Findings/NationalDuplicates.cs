using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// Builds an application for what a national one already does. One that connects to the national application, teaches it or watches
/// over its use names it and builds no other.
/// </summary>
internal static class NationalDuplicates
{
    private static readonly List<(NationalApplication Application, Terms Work, Terms Names)> Known =
    [
        .. NationalApplication.All.Select(row => (row, new Terms(row.Terms), new Terms(row.Names))),
    ];

    internal static IEnumerable<Finding> Of(ProgramProfile profile)
    {
        if (!profile.Wording.Doings.Any(doing => doing is { Name: "application", IsMain: true }))
            yield break;
        var program = profile.Program;
        var words = Words.Of($"{program.Details.Title} . {program.Details.Description}");
        foreach (var (application, work, names) in Known)
            if (work.FindIn(words) is { } term && !names.StandIn(words))
            {
                yield return FindingOf.Programs(
                    FindingKind.NationalDuplicate,
                    FindingSeverity.High,
                    [program],
                    new([
                        $"{FindingOf.Name(program)} builds an application and names '{term}'.",
                        $"{application.Application} already does this for every government: {application.Does}.",
                    ]),
                    program.Details.EstimatedCost,
                    program.Completion is null
                        ? new(
                            RecommendedDecision.Cancel,
                            $"Use {application.Application} instead, and spend the money on its adoption or on connecting to it.",
                            RecommendationEffect.Removed
                        )
                        {
                            Program = program.Id,
                        }
                        : new(
                            RecommendedDecision.FollowUp,
                            $"It is built: agree on how it is connected to {application.Application} or ends, and by when.",
                            RecommendationEffect.InHand
                        )
                        {
                            Program = program.Id,
                            Government = program.Government,
                        },
                    [application.Application],
                    application.Application
                );
                yield break;
            }
    }
}
