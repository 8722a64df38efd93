using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Domain;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary><c>/meetings/{id}/…</c>: the short forms, each for who has its right in the meeting's province.</summary>
internal static class MeetingFormRequests
{
    internal static void MapMeetingForms(this WebApplication app)
    {
        foreach (var form in MeetingForm.All)
        {
            app.MapPage(
                $"/meetings/{{id}}/{form.Path}",
                form.Operation,
                (string id, MeetingSubjects subjects, HttpContext http, CancellationToken c) =>
                    GetAsync(form, id, subjects, http, c)
            );
            app.MapForm(
                $"/meetings/{{id}}/{form.Path}",
                form.Operation,
                (
                    string id,
                    MeetingSubjects subjects,
                    MeetingDesk desk,
                    CommandContext context,
                    HttpContext http,
                    CancellationToken c
                ) => PostAsync(form, id, subjects, desk, context, http, c)
            );
        }
    }

    private static async Task<IResult> GetAsync(
        MeetingForm form,
        string id,
        MeetingSubjects subjects,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await subjects.ReadAsync(id, form.Operation, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        // A link of a page that is not new any more.
        return form.Fits(subject!.Meeting, subject.Part)
            ? Page(form, subject, FormInput.Start(form.Fields(subject), subject.Form), CommandId.New(), [], 200)
            : Show.Next(http, subject.Back);
    }

    private static async Task<IResult> PostAsync(
        MeetingForm form,
        string id,
        MeetingSubjects subjects,
        MeetingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await subjects.ReadAsync(id, form.Operation, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var language = subject!.Form.Language;
        var fields = form.Fields(subject);
        var sent = await http.Request.ReadFormAsync(cancellation);
        var input = FormInput.Read(fields, subject.Form, sent);
        var key = CommandId.Of(sent) ?? CommandId.New();
        IReadOnlyList<FieldError> errors =
        [
            .. input.Errors,
            .. MeetingFields.MissingOf(input).Select(name => new FieldError(name, language["error.missing"])),
        ];
        if (errors.Count > 0)
            return Page(form, subject, input, key, errors, StatusCodes.Status422UnprocessableEntity);
        form.Shape(input.Body);
        if (input.To(form.Command) is not IMeetingCommand command)
            return Problem.UncheckedForm().ToResult();
        var result = await desk.HandleAsync(id, MeetingForm.On(command, subject.Part), context.With(key), cancellation);
        if (result.Problem is { } refusal)
            return Page(
                form,
                subject,
                input,
                key,
                MeetingErrors.Of(refusal, language, fields.Select(field => field.Name)),
                refusal.Status
            );
        if (command is RetryDecision)
            await subjects.AwaitEndAsync(id, subject.Part, cancellation);
        return Show.Next(http, Done.At(subject.Back, form.Text, result.Accepted!.Warnings));
    }

    private static IResult Page(
        MeetingForm form,
        MeetingSubject subject,
        FormInput input,
        string command,
        IReadOnlyList<FieldError> errors,
        int status
    ) =>
        Show.Page<MeetingFormPage>(
            new
            {
                Form = form,
                Subject = subject,
                Input = input,
                Command = command,
                Errors = errors,
            },
            status
        );
}
