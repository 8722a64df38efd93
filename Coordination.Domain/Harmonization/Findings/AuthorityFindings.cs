using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// Does what the centre alone may do. Helping the centre, teaching, reporting or asking is no exercise of its power: land for a tower of
/// BAKTI is a region's own contribution.
/// </summary>
internal static class AuthorityFindings
{
    private static readonly List<(CentralAffair Affair, Terms Terms)> Known =
    [
        .. CentralAffair.All.Select(row => (row, new Terms(row.Terms))),
    ];

    private static readonly HashSet<string> NoExercise =
    [
        "training",
        "outreach",
        "assistance",
        "meeting",
        "data collection",
        "document",
        "monitoring",
        "assessment",
    ];

    private static readonly Terms Helping = new(
        "dukungan;penyiapan lahan;menyiapkan lahan;lahan;perizinan;usulan;mengusulkan;koordinasi"
    );

    internal static IEnumerable<Finding> Of(ProgramProfile profile)
    {
        var program = profile.Program;
        var main = profile.Wording.Doings.Where(doing => doing.IsMain).ToList();
        if (
            (main.Count > 0 && main.TrueForAll(doing => NoExercise.Contains(doing.Name)))
            || Helping.FindIn(Words.Of(program.Details.Title)) is not null
        )
            yield break;
        var words = Words.Of($"{program.Details.Title} . {program.Details.Description}");
        foreach (var (affair, terms) in Known)
            if (terms.FindIn(words) is { } term)
            {
                yield return FindingOf.Programs(
                    FindingKind.Authority,
                    FindingSeverity.High,
                    [program],
                    new([
                        $"{FindingOf.Name(program)} names '{term}', which is work of the centre: {affair.Affair}.",
                        $"{affair.Law}.",
                    ]),
                    program.Details.EstimatedCost,
                    program.Completion is null
                        ? new(
                            RecommendedDecision.Cancel,
                            "Ask the ministry or BAKTI to do it; the region may provide land, permits and electricity.",
                            RecommendationEffect.Removed
                        )
                        {
                            Program = program.Id,
                        }
                        : new(
                            RecommendedDecision.FollowUp,
                            "It is done: agree who runs and pays for it from now on, the region or the centre.",
                            RecommendationEffect.InHand
                        )
                        {
                            Program = program.Id,
                            Government = program.Government,
                        },
                    [affair.Affair],
                    affair.Affair
                );
                yield break;
            }
    }
}
