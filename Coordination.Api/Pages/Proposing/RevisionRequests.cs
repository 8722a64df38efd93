using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Programs;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Proposing;

/// <summary><c>/programs/{id}/revise</c>: the form of a proposal with what the program says now.</summary>
internal static class RevisionRequests
{
    private const string Operation = "reviseProgram";

    internal static async Task<IResult> GetAsync(
        string id,
        ProgramReader programs,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await SubjectAsync(id, programs, clock.GetUtcNow(), http, cancellation);
        return problem is null
            ? ProposalRequests.Page(ModelOf(subject!, Proposal.Of(subject!.Program!.Details, subject), CommandId.New()))
            : problem.ToResult();
    }

    internal static async Task<IResult> PostAsync(
        string id,
        CommandContext context,
        ProgramDesk desk,
        ProgramReader programs,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await SubjectAsync(id, programs, context.Now, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var form = await http.Request.ReadFormAsync(cancellation);
        var proposal = Proposal.Read(ProposalFields.OfRevision, subject!, form);
        var model = ModelOf(subject!, proposal, CommandId.Of(form) ?? CommandId.New()) with
        {
            Errors = proposal.Input.Errors,
        };
        if (model.Errors.Count > 0)
            return ProposalRequests.Page(model);
        if (proposal.Input.To(typeof(ReviseProgram)) is not ReviseProgram command)
            return Problem.UncheckedForm().ToResult();
        var result = await desk.HandleAsync(id, command, context.With(model.Command), cancellation);
        return result.Problem is { } refusal
            ? ProposalRequests.Page(
                model with
                {
                    Errors = ProposalRequests.ErrorsOf(refusal, subject!.Language),
                },
                refusal.Status
            )
            : Show.Next(http, Done.PathOf(id, Operation, result.Accepted!.Warnings));
    }

    private static ProposalModel ModelOf(FormSubject subject, Proposal proposal, string command) =>
        new(subject, Government.Find(subject.Program!.Government)!, subject.Program.Plan, proposal, command);

    private static async Task<(FormSubject? Subject, Problem? Problem)> SubjectAsync(
        string id,
        ProgramReader programs,
        DateTimeOffset now,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await programs.FindAsync(id, long.MaxValue, cancellation) is not { } found)
            return (null, Problem.UnknownProgram(id));
        var problem = Rights.Judge(Caller.Of(http), Operation, [found.Program.Government]).Problem;
        return problem is null
            ? (new(Language.Of(http), JakartaTime.DayOf(now), found.Program), null)
            : (null, problem);
    }
}
