using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Projections;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary><c>/meetings/new</c>: calls a meeting on a plan; its agenda is drafted from what waits.</summary>
internal static class ScheduleRequests
{
    private const string Operation = "scheduleMeeting";

    internal static async Task<IResult> GetAsync(
        string? plan,
        PlanStates states,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var plans = await PlansAsync(states, http, cancellation);
        var subject = new FormSubject(Language.Of(http), JakartaTime.DayOf(clock.GetUtcNow()));
        var fields = FieldsOf(plans, plan);
        return plans.Count == 0
            ? Problem.NotAllowed($"'{Operation}' is for coordinators of the province of a plan.").ToResult()
            : Page(fields, FormInput.Start(fields, subject), subject, CommandId.New(), [], StatusCodes.Status200OK);
    }

    internal static async Task<IResult> PostAsync(
        PlanStates states,
        MeetingMaterialReader materials,
        MeetingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var sent = await http.Request.ReadFormAsync(cancellation);
        var fields = FieldsOf(await PlansAsync(states, http, cancellation), null);
        var subject = new FormSubject(Language.Of(http), JakartaTime.DayOf(context.Now));
        var input = FormInput.Read(fields, subject, sent);
        var key = CommandId.Of(sent) ?? CommandId.New();
        if (input.Errors.Count > 0)
            return Page(fields, input, subject, key, input.Errors, StatusCodes.Status422UnprocessableEntity);
        if (input.To(typeof(ScheduleMeeting)) is not ScheduleMeeting command)
            return Problem.UncheckedForm().ToResult();
        command = command with { Agenda = await materials.DraftAsync(command.Plan, subject.Language, cancellation) };
        var result = await desk.ScheduleAsync(command, context.With(key), cancellation);
        return result.Problem is { } refusal
            ? Page(
                fields,
                input,
                subject,
                key,
                MeetingErrors.Of(refusal, subject.Language, fields.Select(field => field.Name)),
                refusal.Status
            )
            : Show.Next(http, Done.At($"/meetings/{result.Accepted!.State.Id}", Operation, result.Accepted.Warnings));
    }

    /// <summary>Those in whose province the reader may call one; what waits in a closed one is still spoken about.</summary>
    private static async Task<IReadOnlyList<Plan>> PlansAsync(
        PlanStates states,
        HttpContext http,
        CancellationToken cancellation
    ) =>
        [
            .. (await states.PlansAsync(cancellation)).Where(plan =>
                Rights.Judge(Caller.Of(http), Operation, [plan.Province]).Problem is null
            ),
        ];

    private static IReadOnlyList<FormField> FieldsOf(IReadOnlyList<Plan> plans, string? chosen) =>
        [
            new("plan", FieldKind.Choice)
            {
                Text = "plan",
                Options = _ => [.. plans.Select(plan => new Parts.Choice(plan.Id, plan.Name ?? plan.Id))],
                Start = _ => chosen ?? (plans is [var newest, ..] ? newest.Id : null),
            },
            .. MeetingFields.Schedule,
        ];

    private static IResult Page(
        IReadOnlyList<FormField> fields,
        FormInput input,
        FormSubject subject,
        string command,
        IReadOnlyList<FieldError> errors,
        int status
    ) =>
        Show.Page<SchedulePage>(
            new
            {
                Fields = fields,
                Input = input,
                Subject = subject,
                Command = command,
                Errors = errors,
            },
            status
        );
}
