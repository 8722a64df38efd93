using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Harmonization.Wording;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>Which programs bring internet or signal to a place, by work code or wording, and which need it there.</summary>
internal static class Internet
{
    private const string Access = "akses internet";

    private static readonly string[] Signal = ["menara bts", Access];

    private static readonly string[] SignedServices = ["tanda tangan elektronik", "sertifikat elektronik", "srikandi"];

    private static readonly string[] WorkOfAccess =
    [
        .. Nomenclature
            .All.Where(row => row.Level == "sub-activity")
            .Where(row =>
                row.Name.Contains("Jaringan Intra", StringComparison.OrdinalIgnoreCase)
                || row.Name.Contains("Akses Internet", StringComparison.OrdinalIgnoreCase)
            )
            .Select(row => WorkCode.Of(new(row.Edition, row.Code))!.Own),
    ];

    /// <summary>Whether it puts up or pays for a connection; preparing land for one, or teaching its use, does not.</summary>
    internal static bool IsBroughtBy(ProgramProfile profile)
    {
        var doings = profile.Wording.Doings;
        var connects =
            doings.Count == 0
            || doings.Any(doing =>
                doing is { IsMain: true, Name: "infrastructure" or "rollout" or "assistance" or "operation" }
            );
        var names = profile.Wording.Heads.Any(Signal.Contains) || profile.Wording.Subjects.ContainsKey(Access);
        return names
            && (connects || WorkOfAccess.Contains(profile.Code?.Own))
            && !profile.Wording.Heads.Any(SignedServices.Contains)
            && !profile.Wording.Heads.Contains("lahan bts");
    }

    /// <summary>Whether it is of use only with internet at the place: electronic signature, or an online service.</summary>
    internal static bool IsNeededBy(ProgramProfile profile) =>
        profile.Wording.Heads.Any(SignedServices.Contains)
        || profile.Wording.Doings.Any(doing => doing is { IsSoftware: true, IsMain: true });

    /// <summary>The last day of the work: that of completion, or else the schedule's.</summary>
    internal static DateOnly EndOf(SpbeProgram program) =>
        program.Completion is { } completion && completion.Date < program.Details.Schedule.End
            ? completion.Date
            : program.Details.Schedule.End;
}
