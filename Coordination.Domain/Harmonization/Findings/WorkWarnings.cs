using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>What a planner is told at once of the work itself, which findings will say of it as long as it stands.</summary>
internal static class WorkWarnings
{
    internal static void WarnOfWork(this Verdict verdict, ProgramDetails details)
    {
        var wording = new Lazy<ProgramWording>(() => ProgramWording.Of(details));
        if (AuthorityFindings.AffairOf(details, () => wording.Value) is var (affair, named))
            verdict.Warn(
                applies: true,
                "authority",
                "description",
                $"'{named}' is work of the centre: {affair.Affair} ({AuthorityFindings.LawOf(affair)}). {AuthorityFindings.Advice}"
            );
        if (NationalDuplicates.ApplicationOf(details, () => wording.Value) is var (application, term))
            verdict.Warn(
                applies: true,
                "national-duplicate",
                "description",
                $"{application.Application} already does '{term}' for every government: {application.Does}. "
                    + $"{NationalDuplicates.Advice(application)}"
            );
    }
}
