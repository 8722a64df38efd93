using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>
/// Does what the centre alone may do. Helping the centre, teaching, reporting or asking is no exercise of its power: land for a tower of
/// BAKTI is a region's own contribution.
/// </summary>
internal static class AuthorityFindings
{
    internal static Sentence Advice =>
        $"Ask the ministry or BAKTI to do it; the region may provide land, permits and electricity.";

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
        if (AffairOf(program.Details, () => profile.Wording) is not var (affair, term))
            yield break;
        yield return FindingOf.Programs(
            FindingKind.Authority,
            FindingSeverity.High,
            [program],
            new([
                $"{FindingOf.Name(program)} names '{term}', which is work of the centre: {affair.Affair}.",
                $"{LawOf(affair)}.",
            ]),
            program.Details.EstimatedCost,
            Recommendation.CancelOr(
                program,
                Advice,
                $"It is done: agree who runs and pays for it, the region or the centre."
            ),
            [affair.Affair],
            affair.Affair
        );
    }

    /// <summary>The affair of the centre that the work is, and the term that names it; or none.</summary>
    internal static (CentralAffair Affair, string Term)? AffairOf(ProgramDetails details, Func<ProgramWording> wording)
    {
        var words = Words.Of($"{details.Title} . {details.Description}");
        foreach (var (affair, terms) in Known)
            if (terms.FindIn(words) is { } term)
                return IsExercise(details, wording()) ? (affair, term) : null;
        return null;
    }

    internal static Word LawOf(CentralAffair affair) => new("law", affair.Law);

    private static bool IsExercise(ProgramDetails details, ProgramWording wording)
    {
        var main = wording.Doings.Where(doing => doing.IsMain).ToList();
        return (main.Count == 0 || main.Exists(doing => !NoExercise.Contains(doing.Name)))
            && Helping.FindIn(Words.Of(details.Title)) is null;
    }
}
