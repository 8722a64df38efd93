using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Programs;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Pages.ProgramDetail;

/// <summary><c>/programs/{id}</c>: a program with all that is known of it, and what its reader may do.</summary>
internal static class ProgramRequests
{
    private const int MostHistory = 100;

    internal static async Task<IResult> GetAsync(
        string id,
        ProgramReader programs,
        FindingsReader findings,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await programs.FindAsync(id, long.MaxValue, cancellation) is not { } stored)
            return Problem.UnknownProgram(id).ToResult();
        var (history, count) = await programs.HistoryAsync(
            id,
            stored.Version - MostHistory,
            stored.Version,
            cancellation
        );
        // A plan that is being opened has no findings yet; the program is there all the same.
        var (found, _, _) = await findings.ReadAsync(
            stored.Program.Plan,
            BoardQuery.Of(day: null),
            _ => false,
            cancellation
        );
        List<Finding> ofProgram = [.. found?.InOrder.Where(finding => finding.Programs.Contains(id)) ?? []];
        return Show.Page<ProgramPage>(
            new
            {
                Model = new ProgramModel(stored.Program, ofProgram, [.. history.Reverse()], count)
                {
                    Titles = await states.TitlesAsync(ofProgram, cancellation),
                },
            }
        );
    }
}
