using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Coordination.Api.Programs;

/// <summary><c>POST /api/programs/import</c>: a file of proposals, each decided as a single one is.</summary>
internal static class ImportPrograms
{
    internal static async Task<IResult> PostAsync(
        [FromQuery] string? plan,
        [FromQuery] bool? dryRun,
        [FromQuery] bool? partial,
        CommandContext context,
        ProposalImport import,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (!Plan.IsWellFormedId(plan ?? ""))
            return ProposalImport.UnknownPlan(plan).ToResult();
        var (sent, problem) = await UploadedFile.ReadAsync(http.Request, cancellation);
        if (problem is not null)
            return problem.ToResult();
        (var file, problem) = ProposalFile.Read(sent!, plan!);
        if (problem is not null)
            return problem.ToResult();
        (var report, problem) = await import.RunAsync(
            plan!,
            file!,
            dryRun == true,
            partial == true,
            context,
            cancellation
        );
        if (problem is not null)
            return problem.ToResult();
        return report!.Rejected > 0 && partial != true && dryRun != true
            ? report.ToProblem().ToResult()
            : Results.Json(report, CanonicalJson.Options);
    }
}
