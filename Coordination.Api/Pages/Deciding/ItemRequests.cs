using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.MeetingForms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Meetings;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Deciding;

/// <summary>
/// <c>/meetings/{id}/items/{n}</c> and <c>/meetings/{id}/decisions</c>: a decision is tried first, with what it would do, and then recorded
/// as it was tried. Readers see the item and the effect.
/// </summary>
internal static class ItemRequests
{
    private const string Operation = "recordDecision";

    internal static async Task<IResult> GetAsync(
        string id,
        string? number,
        string? kind,
        string? government,
        DecisionTrials trials,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var subject = await trials.SubjectAsync(id, number, http, cancellation);
        if (subject is null)
            return GetMeeting.Unknown(id).ToResult();
        var model = new ItemModel(subject, KindOf(kind, subject, http), CommandId.New());
        if (model.Kind is not { } chosen)
            return Page(model);
        model = model with { Government = GovernmentOf(chosen, subject, government) };
        var input = DecisionInput.Start(chosen, subject, model.Government);
        return Page(await trials.TryAsync(model with { Input = input }, isAsked: false, http, cancellation));
    }

    internal static async Task<IResult> PostAsync(
        string id,
        string? number,
        DecisionTrials trials,
        MeetingSubjects subjects,
        MeetingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var subject = await trials.SubjectAsync(id, number, http, cancellation);
        if (subject is null)
            return GetMeeting.Unknown(id).ToResult();
        if (Rights.Judge(context.Caller, Operation, [subject.Meeting.Plan[..2]]).Problem is { } refusal)
            return refusal.ToResult();
        var form = await http.Request.ReadFormAsync(cancellation);
        if (DecisionKind.Find(form["kind"]) is not { } kind)
            return Problem.UncheckedForm().ToResult();
        var government = GovernmentOf(kind, subject, form["government"]);
        var input = DecisionInput.Read(kind, subject, government, form);
        var model = new ItemModel(subject, kind, CommandId.Of(form) ?? CommandId.New())
        {
            Input = input,
            Government = government,
            Errors = [.. input.What.Errors, .. input.How.Errors],
        };
        if (model.Errors.Count > 0)
            return Page(model);
        if (input.ToDecision() is not { } decision)
            return Problem.UncheckedForm().ToResult();
        if (form["step"] != "send" || form["checked"] != input.Digest)
            return Page(await trials.TryAsync(model, isAsked: true, http, cancellation));
        // As the page said it: what is sent once more must be the same, though the decision has removed the finding meanwhile.
        var finding = form["finding"] is [{ Length: > 0 } named] && named == subject.Agenda?.Finding ? named : null;
        var result = await desk.HandleAsync(
            id,
            input.ToCommand(decision, finding),
            context.With(model.Command),
            cancellation
        );
        if (result.Problem is { } problem)
            return Page(model with { Errors = DecisionTrials.ErrorsOf(problem, model) }, problem.Status);
        await subjects.AwaitEndAsync(id, result.Accepted!.State.Decisions.Count, cancellation);
        return Show.Next(
            http,
            Done.At(subject.Item > 0 ? subject.Path : $"/meetings/{id}", Operation, result.Accepted.Warnings)
        );
    }

    /// <summary>What is asked for, or what the finding recommends while nothing was decided on it.</summary>
    private static DecisionKind? KindOf(string? kind, DecisionSubject subject, HttpContext http)
    {
        if (subject.Meeting.Status == MeetingStatus.Closed)
            return null;
        var isDecided = subject.Meeting.Decisions.Exists(decision =>
            decision.Finding == subject.Finding?.Id && decision.Status != DecisionStatus.Failed
        );
        var recommended = isDecided || subject.IsGone ? null : DecisionKind.Of(subject.Finding);
        // Who only reads sees what is recommended.
        if (!MeetingRights.May(http, Operation, subject.Meeting))
            return recommended;
        return DecisionKind.Find(kind) ?? recommended;
    }

    /// <summary>Whose program would begin: the gap's, or the one that is chosen.</summary>
    private static string GovernmentOf(DecisionKind kind, DecisionSubject subject, string? chosen) =>
        kind != DecisionKind.Adopt ? ""
        : chosen is { Length: > 0 } code && Government.Within(subject.Meeting.Plan[..2]).Any(one => one.Code == code)
            ? code
        : subject.Finding?.Recommendation.Government ?? "";

    private static IResult Page(ItemModel model, int? status = null) =>
        Show.Page<ItemPage>(
            new { Model = model },
            status ?? (model.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
        );
}
