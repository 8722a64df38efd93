using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>Every request on programs: one row each.</summary>
internal static class ProgramRoutes
{
    internal static void AddPrograms(this IServiceCollection services) =>
        services
            .AddSingleton<ProgramDesk>()
            .AddSingleton<ProgramReader>()
            .AddSingleton<ProgramListReader>()
            .AddSingleton<ProposalImport>()
            .AddSingleton<WaitingFiles>()
            .AddSingleton(ProgramReader.History);

    internal static void MapPrograms(this WebApplication app)
    {
        var programs = app.MapGroup("/api/programs").WithTags("Programs");
        programs
            .MapGet("", ListPrograms.GetAsync)
            .Shows<Page<ProgramView>>("listPrograms", "Lists programs by id")
            .AlsoAsTable();
        programs
            .MapGet("/{id}", GetProgram.GetAsync)
            .Views<ProgramView>("getProgram", "Shows a program, now or in the past");
        programs
            .MapGet("/{id}/events", GetProgramHistory.GetAsync)
            .Shows<Page<HistoryEntry>>(
                "getProgramHistory",
                "Shows what happened to a program: what, when, who, why, old and new"
            );
        programs
            .MapPost("/preview", PreviewProgram.PostAsync)
            .Computes<ProgramPreview>("previewProgram", "Says what planning a program would answer; stores nothing");
        programs
            .MapPost("", PlanProgramEndpoint.PostAsync)
            .Creates<ProgramView>("planProgram", "Proposes a program in an open plan");

        programs
            .MapPost("/import", ImportPrograms.PostAsync)
            .Uploads<ProposalReport>(
                ProposalImport.Operation,
                "Plans and revises programs by a file",
                ProposalFile.Example
            )
            .WithDescription(ProposalFile.Description);
        programs
            .MapGet("/import-template", GetImportTemplate.Get)
            .Downloads<byte[]>("getImportTemplate", "Gives a workbook to fill in and import", Table.XlsxType);

        MapCommands(programs);
        app.MapGroup("/api/plans/{plan}")
            .WithTags("Funding")
            .MapPost("/realisations", RealiseManyFunds.PostAsync)
            .Uploads<RealisationReport>(
                RealiseManyFunds.Operation,
                "Records a file of payments of a plan's programs",
                RealisationFile.Example
            )
            .WithDescription(RealisationFile.Description);
    }

    private static void MapCommands(RouteGroupBuilder programs)
    {
        programs.Map<ReviseProgram>("revision", "reviseProgram", "Says a program's details anew");
        programs.Map<ReassignProgram>("reassignment", "reassignProgram", "Gives a program to another government");
        programs.Map<DeclareRelation>("relations", "declareRelation", "Declares a relation to another program");
        programs
            .MapDelete("/{id}/relations/{kind}/{program}", WithdrawRelationEndpoint.DeleteAsync)
            .Changes<ProgramView>("withdrawRelation", "Takes a declared relation back");
        programs.Map<BudgetProgram>("funding", "budgetProgram", "Sets a funding line; the answer's part names it");
        programs.Map<CorrectFunding>("funding/{line}/correction", "correctFunding", "Corrects a funding line", "line");
        programs.Map<RequestApbnSupport>("apbn-requests", "requestApbnSupport", "Asks for APBN support");
        programs.Map<GrantApbnSupport>(
            "apbn-requests/{request}/grant",
            "grantApbnSupport",
            "Records that a request was granted",
            "request"
        );
        programs.Map<RejectApbnSupport>(
            "apbn-requests/{request}/rejection",
            "rejectApbnSupport",
            "Records that a request was rejected",
            "request"
        );
        programs.Map<WithdrawApbnSupport>(
            "apbn-requests/{request}/withdrawal",
            "withdrawApbnSupport",
            "Withdraws an undecided request",
            "request"
        );
        programs.Map<RealiseFunds>("realisations", "realiseFunds", "Records a payment from an allocated line");
        programs.Map<CorrectRealisation>(
            "realisations/{number}/correction",
            "correctRealisation",
            "Corrects a payment",
            "number"
        );
        programs.Map<ReportProgress>("progress", "reportProgress", "Reports physical progress");
        programs.Map<RaiseConstraint>("constraints", "raiseConstraint", "Raises a constraint");
        programs.Map<ResolveConstraint>(
            "constraints/{constraint}/resolution",
            "resolveConstraint",
            "Resolves a constraint",
            "constraint"
        );
        programs.Map<CompleteProgram>("completion", "completeProgram", "Completes a program");
        programs.Map<ReopenCompletion>("reopening", "reopenCompletion", "Takes a completion back");
        programs.Map<DeferProgram>("deferral", "deferProgram", "Puts a program off to a later year");
        programs.Map<ResumeProgram>("resumption", "resumeProgram", "Resumes a deferred program");
        programs.Map<CancelProgram>("cancellation", "cancelProgram", "Gives a program up");
    }

    internal static IResult Show(CommandResult<SpbeProgram> result, IProgramCommand command, HttpContext http) =>
        result.ToAnswer(http, accepted => ($"/api/programs/{accepted.State.Id}", ProgramView.Of(accepted, command)));

    /// <summary>A command on a program, or on the part of it that <paramref name="part"/> in the path names.</summary>
    private static void Map<TCommand>(
        this RouteGroupBuilder programs,
        string path,
        string operation,
        string summary,
        string? part = null
    )
        where TCommand : class, IProgramCommand =>
        programs
            .MapPost(
                $"/{{id}}/{path}",
                async (
                    string id,
                    TCommand body,
                    CommandContext context,
                    ProgramDesk desk,
                    HttpContext http,
                    CancellationToken cancellation
                ) =>
                {
                    var command = body.On(part is null ? null : (string)http.Request.RouteValues[part]!);
                    return Show(await desk.HandleAsync(id, command, context, cancellation), command, http);
                }
            )
            .Changes<ProgramView>(operation, summary);
}
