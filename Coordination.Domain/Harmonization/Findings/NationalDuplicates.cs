using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
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
        var program = profile.Program;
        if (ApplicationOf(program.Details, () => profile.Wording) is not var (application, term))
            yield break;
        yield return FindingOf.Programs(
            FindingKind.NationalDuplicate,
            FindingSeverity.High,
            [program],
            new([
                $"{FindingOf.Name(program)} builds an application and names '{term}'.",
                $"{application.Application} already does this for every government: {application.Does}.",
            ]),
            program.Details.EstimatedCost,
            Recommendation.CancelOr(
                program,
                Advice(application),
                $"It is built: agree on how it is connected to {application.Application} or ends, and by when."
            ),
            [application.Application],
            application.Application
        );
    }

    internal static Sentence Advice(NationalApplication application) =>
        $"Use {application.Application} instead, and spend the money on its adoption or on connecting to it.";

    /// <summary>The national application that does the work already, and the term that names it; or none.</summary>
    internal static (NationalApplication Application, string Term)? ApplicationOf(
        ProgramDetails details,
        Func<ProgramWording> wording
    )
    {
        var words = Words.Of($"{details.Title} . {details.Description}");
        foreach (var (application, work, names) in Known)
            if (work.FindIn(words) is { } term && !names.StandIn(words))
                return wording().Doings.Any(doing => doing is { IsSoftware: true, IsMain: true })
                    ? (application, term)
                    : null;
        return null;
    }
}
