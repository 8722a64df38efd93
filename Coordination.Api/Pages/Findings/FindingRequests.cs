using Coordination.Api.Commands;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Plans;
using Coordination.Api.Projections;
using Coordination.Api.Security;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.Findings;

/// <summary>What the pages of one finding are made with.</summary>
internal sealed record FindingDesk(FindingsReader Findings, PlanStates States, Trials Trials, PlanDesk Plans);

/// <summary><c>/findings/{id}</c>: a finding with the effect of what is recommended; accepting it, and taking that back.</summary>
internal static class FindingRequests
{
    internal static async Task<IResult> GetAsync(
        string finding,
        [AsParameters] FindingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (model, problem) = await ReadAsync(finding, desk, http, cancellation);
        return problem is null ? Show.Page<FindingPage>(new { Model = model }) : problem.ToResult();
    }

    internal static Task<IResult> AcceptAsync(
        string finding,
        [AsParameters] FindingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        DecideAsync(
            finding,
            reason => new AcceptFinding(reason) { Finding = finding },
            desk,
            context,
            http,
            cancellation
        );

    internal static Task<IResult> ReopenAsync(
        string finding,
        [AsParameters] FindingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        DecideAsync(
            finding,
            reason => new ReopenFinding(reason.Length == 0 ? null : reason) { Finding = finding },
            desk,
            context,
            http,
            cancellation
        );

    private static async Task<IResult> DecideAsync(
        string finding,
        Func<string, IPlanCommand> command,
        FindingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var reason = $"{form["reason"]}".Trim();
        var result = await desk.Plans.HandleAsync(
            PlanPages.Asked(http, "plan") ?? "",
            finding,
            command(reason),
            context.With(CommandId.Of(form) ?? CommandId.New()),
            cancellation
        );
        if (result.Problem is not { } refusal)
        {
            var query = PlanPages.Query(http.Request, ("atLeast", $"{result.Accepted!.Position}"));
            return Show.Next(http, $"/findings/{finding}{query}");
        }
        if (refusal.Status != StatusCodes.Status422UnprocessableEntity)
            return refusal.ToResult();
        var (model, problem) = await ReadAsync(finding, desk, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var errors =
            reason.Length == 0
                ? [new("reason", Language.Of(http)["error.reason-missing"])]
                : FieldErrors.Of(refusal, Language.Of(http));
        return Show.Page<FindingPage>(new { Model = model! with { Reason = reason, Errors = errors } }, refusal.Status);
    }

    private static async Task<(FindingModel? Model, Problem? Problem)> ReadAsync(
        string id,
        FindingDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var plan =
            PlanPages.Asked(http, "plan")
            ?? (await desk.States.PlansAsync(cancellation) is [var newest, ..] ? newest.Id : "");
        var query = BoardQuery.Of(PlanPages.Asked(http, "asOf"), PlanPages.Asked(http, "atLeast"));
        var (found, _, problem) = await desk.Findings.ReadAsync(plan, query, _ => false, cancellation);
        if (problem is not null)
            return (null, problem);
        if (found!.Findings.FirstOrDefault(one => one.Id == id) is not { } finding)
            return (null, Problem.Unknown($"Plan {plan} has no finding '{id}' now."));
        var state = await desk.States.ReadAsync(
            plan,
            found.State.Position,
            isLive: false,
            withPrograms: true,
            cancellation
        );
        var model = new FindingModel(
            found.State.Plan,
            found.State.Position,
            found.Day,
            finding,
            [.. state!.Programs.Where(program => finding.Programs.Contains(program.Id))],
            state.Programs.ToDictionary(program => program.Id, program => program.Details.Title, StringComparer.Ordinal)
        )
        {
            IsForReader = Rights.Judge(Caller.Of(http), "acceptFinding", [found.State.Plan.Province]).Problem is null,
        };
        if (finding.Recommendation.Ready is not { } decision)
            return (model, null);
        var (effect, refusal) = desk.Trials.Try(state.ToSnapshot(found.Day), [decision]);
        return (
            model with
            {
                Effect = effect,
                Refusal = refusal is null ? null : FieldErrors.InOne(refusal, Language.Of(http)),
            },
            null
        );
    }
}
