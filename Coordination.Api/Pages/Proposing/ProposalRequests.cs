using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.ProgramDetail;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Programs;
using Coordination.Api.Projections;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Proposing;

/// <summary><c>/programs/new</c>: a proposal is checked first, with what it would raise, and then sent as it was checked.</summary>
internal static class ProposalRequests
{
    internal static async Task<IResult> GetAsync(
        string? plan,
        string? government,
        PlanStates states,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var place = await PlaceAsync(plan, government, states, http, cancellation);
        if (place is not { Plan: { } open, Government: { } owner })
            return Show.Page<PlacePage>(new { Place = place });
        var subject = new FormSubject(Language.Of(http), JakartaTime.DayOf(clock.GetUtcNow()));
        return Page(new(subject, owner, open.Id, Proposal.Start(subject), CommandId.New()));
    }

    internal static async Task<IResult> PostAsync(
        CommandContext context,
        CommandRunner runner,
        ProgramDesk desk,
        PlanStates states,
        FindingsKeeper findings,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (Government.Find($"{form["government"]}") is not { } owner)
            return Problem.UncheckedForm().ToResult();
        if (Rights.Judge(context.Caller, "planProgram", [owner.Code]).Problem is { } refusal)
            return refusal.ToResult();
        var subject = new FormSubject(Language.Of(http), JakartaTime.DayOf(context.Now));
        var proposal = Proposal.Read(ProposalFields.OfProposal, subject, form);
        var plan = $"{form["plan"]}";
        proposal.Input.Body["plan"] = plan;
        proposal.Input.Body["government"] = owner.Code;
        var model = new ProposalModel(subject, owner, plan, proposal, CommandId.Of(form) ?? CommandId.New())
        {
            Errors = proposal.Input.Errors,
        };
        if (model.Errors.Count > 0)
            return Page(model);
        if (proposal.Input.To(typeof(PlanProgram)) is not PlanProgram command)
            return Problem.UncheckedForm().ToResult();
        if (form["checked"] == proposal.Digest && form["step"] == "send")
        {
            var result = await desk.PlanAsync(command, context.With(model.Command), cancellation);
            return result.Problem is { } problem
                ? Page(model with { Errors = ErrorsOf(problem, subject.Language) }, problem.Status)
                : Show.Next(http, Done.PathOf(result.Accepted!.State.Id, "planProgram", result.Accepted.Warnings));
        }
        var preview = await PreviewProgram.PostAsync(command, clock, runner, findings, cancellation);
        if (!preview.Accepted)
            return Page(model with { Errors = ErrorsOf(Problem.Refused(preview.Rejections), subject.Language) });
        return Page(
            model with
            {
                Checked = proposal.Digest,
                Warnings = [.. preview.Warnings.Select(warning => subject.Language.Say(warning.Detail))],
                Findings = preview.Findings,
                Titles = new Dictionary<string, string>(
                    await states.TitlesAsync(preview.Findings, cancellation),
                    StringComparer.Ordinal
                )
                {
                    [PreviewProgram.Draft] = command.Title,
                },
            }
        );
    }

    internal static IReadOnlyList<FieldError> ErrorsOf(Problem problem, Language language) =>
        FieldErrors.Of(
            problem,
            language,
            [.. ProposalFields.OfRevision.Select(field => field.Name), "locations", "spbeIndicators"]
        );

    internal static IResult Page(ProposalModel model, int? status = null) =>
        Show.Page<ProposalPage>(
            new { Model = model },
            status ?? (model.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
        );

    /// <summary>Who plans for one government in one open plan need not choose.</summary>
    private static async Task<ProposalPlace> PlaceAsync(
        string? plan,
        string? government,
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var plans = (await states.PlansAsync(cancellation)).Where(known => known.Status != PlanStatus.Closed).ToList();
        var chosen = plans.Find(known => known.Id == plan) ?? (plan is null ? plans.FirstOrDefault() : null);
        List<Government> governments = chosen is null
            ? []
            :
            [
                .. Government
                    .Within(chosen.Province)
                    .Where(one => Rights.Judge(Caller.Of(http), "planProgram", [one.Code]).Problem is null),
            ];
        var owner = governments is [var only] ? only : governments.Find(one => one.Code == government);
        return new(plans, chosen, governments, owner);
    }
}
