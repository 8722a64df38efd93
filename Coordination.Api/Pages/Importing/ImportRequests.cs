using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Programs;
using Coordination.Api.Projections;
using Coordination.Api.Security;
using Coordination.Api.Tables;

namespace Coordination.Api.Pages.Importing;

/// <summary>
/// <c>/import</c>: a file is sent and checked, every row's result is shown, and then it is carried out; the file waits in between.
/// </summary>
internal static class ImportRequests
{
    private const int LongestName = 100;

    internal static async Task<IResult> GetAsync(string? plan, PlanStates states, CancellationToken cancellation) =>
        Show.Page<ImportPage>(new { Model = await ModelAsync(plan, states, cancellation) });

    internal static IResult GetTemplate(HttpContext http) =>
        GetImportTemplate.File(isEnglish: Language.Of(http) == Language.English);

    internal static async Task<IResult> CheckAsync(
        CommandContext context,
        PlanStates states,
        ProposalImport import,
        WaitingFiles files,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var model = await ModelAsync(form["plan"], states, cancellation);
        if (form.Files["file"] is not { Length: > 0 } sent)
            return Again(model, [new("file", Language.Of(http)["import.no-file"])]);
        var (file, problem) = await UploadedFile.ReadAsync(sent, cancellation);
        if (problem is not null)
            return Again(model, problem, http);
        var (report, refusal) = await RunAsync(
            model,
            file!,
            dryRun: true,
            partial: true,
            import,
            context,
            cancellation
        );
        if (refusal is not null)
            return Again(model, refusal, http);
        var name = Path.GetFileName(sent.FileName);
        name = string.Concat(name.Where(letter => !char.IsControl(letter)).Take(LongestName));
        return Show.Page<ImportPage>(
            new
            {
                Model = model with
                {
                    File = name,
                    Outcome = ImportSentences.Of(report!, Language.Of(http)),
                    Digest = await files.KeepAsync(Caller.Of(http).Account, model.Chosen!, name, file!, cancellation),
                },
            }
        );
    }

    /// <summary>Sent twice it stores once: what is known is left alone.</summary>
    internal static async Task<IResult> CommitAsync(
        CommandContext context,
        PlanStates states,
        ProposalImport import,
        WaitingFiles files,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var model = await ModelAsync(form["plan"], states, cancellation);
        var found = await files.FindAsync(
            Caller.Of(http).Account,
            model.Chosen ?? "",
            $"{form["digest"]}",
            cancellation
        );
        if (found is not { } waiting)
            return Again(model, [new("file", Language.Of(http)["import.gone"])]);
        var partial = form["partial"] == "true";
        var (report, problem) = await RunAsync(
            model,
            waiting.File,
            dryRun: false,
            partial,
            import,
            context,
            cancellation
        );
        if (problem is not null)
            return Again(model, problem, http);
        var isDone = partial || report!.Rejected == 0;
        return Show.Page<ImportPage>(
            new
            {
                Model = model with
                {
                    File = waiting.Name,
                    Outcome = ImportSentences.Of(report!, Language.Of(http)),
                    IsDone = isDone,
                    // What has changed since the check may have made rows unfit: then it is shown anew, and nothing was stored.
                    Digest = isDone ? null : $"{form["digest"]}",
                },
            },
            isDone ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async Task<(ProposalReport? Report, Problem? Problem)> RunAsync(
        ImportModel model,
        UploadedFile file,
        bool dryRun,
        bool partial,
        ProposalImport import,
        CommandContext context,
        CancellationToken cancellation
    )
    {
        if (model.Chosen is not { } plan)
            return (null, ProposalImport.UnknownPlan(null));
        var (proposals, problem) = ProposalFile.Read(file, plan);
        return problem is null
            ? await import.RunAsync(plan, proposals!, dryRun, partial, context, cancellation)
            : (null, problem);
    }

    private static async Task<ImportModel> ModelAsync(string? plan, PlanStates states, CancellationToken cancellation)
    {
        var plans = await states.PlansAsync(cancellation);
        return new(
            plans,
            plans.FirstOrDefault(known => known.Id == plan)?.Id ?? (plans.Count > 0 ? plans[0].Id : null)
        );
    }

    private static IResult Again(ImportModel model, Problem problem, HttpContext http)
    {
        var language = Language.Of(http);
        FieldError[] errors = [.. problem.Errors.Select(error => new FieldError("file", language.Say(error.Detail)))];
        return Again(
            model,
            errors.Length > 0 ? errors : [new("file", FieldErrors.Text(problem, language))],
            problem.Status
        );
    }

    private static IResult Again(
        ImportModel model,
        IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity
    ) => Show.Page<ImportPage>(new { Model = model with { Errors = errors } }, status);
}
