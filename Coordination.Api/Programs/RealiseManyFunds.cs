using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Programs;

/// <summary>
/// <c>POST /api/plans/{plan}/realisations</c>: a file of payments, each decided as a single one is. All programs are locked and written
/// in one transaction, so that a crash leaves all of the file or nothing, and sending it again leaves what is missing.
/// </summary>
internal static class RealiseManyFunds
{
    internal const string Operation = "realiseManyFunds";

    internal static async Task<IResult> PostAsync(
        string plan,
        [FromQuery] bool? dryRun,
        [FromQuery] bool? partial,
        CommandContext context,
        ManyStreams streams,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(plan))
            return Problem.UnknownPlan(plan).ToResult();
        var (file, problem) = await RealisationFile.ReadAsync(http.Request, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var programs = file!
            .Rows.Select(row => row.Program)
            .Where(ProgramNumber.IsWellFormed)
            .Where(program => ProgramNumber.PlanOf(program) == plan)
            .Distinct(StringComparer.Ordinal)
            .Select(StreamKeys.Program)
            .ToList();
        RealisationReport? report = null;
        (var position, problem) = await streams.AppendAsync<SpbeProgram>(
            new(
                Operation,
                _ => Task.FromResult<IReadOnlyCollection<string>>(programs),
                [StreamKeys.Plan(plan)],
                ProgramFile.GovernmentsOf,
                stored =>
                {
                    if (stored[StreamKeys.Plan(plan)].ToPlan() is not { } state)
                        return ProgramFile.Nothing;
                    var (outcomes, events) = ManyRealisations.Decide(
                        state,
                        Histories(programs, stored),
                        file.Rows,
                        context.Now
                    );
                    report = RealisationReport.Of(outcomes, file);
                    return dryRun == true || (report.Refused > 0 && partial != true)
                        ? ProgramFile.Nothing
                        : ProgramFile.Untyped(events);
                }
            ),
            context,
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        if (report is null)
            return Problem.UnknownPlan(plan).ToResult();
        return report.Refused > 0 && partial != true && dryRun != true
            ? report.ToProblem().ToResult()
            : Results.Json(report with { DryRun = dryRun == true, Position = position }, CanonicalJson.Options);
    }

    private static Dictionary<string, IReadOnlyList<IProgramEvent>> Histories(
        IEnumerable<string> programs,
        ILookup<string, StoredEvent> stored
    ) =>
        programs
            .Where(stored.Contains)
            .ToDictionary(
                program => program,
                program =>
                    (IReadOnlyList<IProgramEvent>)[.. stored[program].Select(one => one.Data).Cast<IProgramEvent>()],
                StringComparer.Ordinal
            );
}
