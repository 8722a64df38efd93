using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Programs;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.ProgramForms;

/// <summary><c>/programs/{id}/…</c>: the short forms, each for who has its right in the program's government.</summary>
internal static class ProgramFormRequests
{
    internal static void MapProgramForms(this WebApplication app)
    {
        foreach (var form in ProgramForm.All)
        {
            app.MapPage(
                $"/programs/{{id}}/{form.Path}",
                form.Operation,
                (string id, ProgramReader programs, TimeProvider clock, HttpContext http, CancellationToken c) =>
                    GetAsync(form, id, programs, clock, http, c)
            );
            app.MapForm(
                $"/programs/{{id}}/{form.Path}",
                form.Operation,
                (
                    string id,
                    ProgramReader programs,
                    ProgramDesk desk,
                    CommandContext context,
                    HttpContext http,
                    CancellationToken c
                ) => PostAsync(form, id, programs, desk, context, http, c)
            );
        }
    }

    private static async Task<IResult> GetAsync(
        ProgramForm form,
        string id,
        ProgramReader programs,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await SubjectAsync(form, id, programs, clock.GetUtcNow(), http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        // A link of a page that is not new any more.
        return form.Fits(subject!.Program!, subject.Part)
            ? Page(form, subject, FormInput.Start(form.Fields, subject), CommandId.New(), [], StatusCodes.Status200OK)
            : Show.Next(http, $"/programs/{id}");
    }

    private static async Task<IResult> PostAsync(
        ProgramForm form,
        string id,
        ProgramReader programs,
        ProgramDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await SubjectAsync(form, id, programs, context.Now, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var sent = await http.Request.ReadFormAsync(cancellation);
        var input = FormInput.Read(form.Fields, subject!, sent);
        var key = CommandId.Of(sent) ?? CommandId.New();
        if (input.Errors.Count > 0)
            return Page(form, subject!, input, key, input.Errors, StatusCodes.Status422UnprocessableEntity);
        if (input.To(form.Command) is not IProgramCommand command)
            return Problem.UncheckedForm().ToResult();
        var result = await desk.HandleAsync(id, command.On(subject!.Part), context.With(key), cancellation);
        if (result.Problem is { } refusal)
            return Page(
                form,
                subject,
                input,
                key,
                FieldErrors.Of(refusal, subject.Language, [.. form.Fields.Select(field => field.Name)]),
                refusal.Status
            );
        return Show.Next(http, Done.PathOf(id, form.Operation, result.Accepted!.Warnings));
    }

    private static async Task<(FormSubject? Subject, Problem? Problem)> SubjectAsync(
        ProgramForm form,
        string id,
        ProgramReader programs,
        DateTimeOffset now,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await programs.FindAsync(id, long.MaxValue, cancellation) is not { } found)
            return (null, Problem.UnknownProgram(id));
        var problem = Rights.Judge(Caller.Of(http), form.Operation, [found.Program.Government]).Problem;
        return problem is not null
            ? (null, problem)
            : (
                new(
                    Language.Of(http),
                    JakartaTime.DayOf(now),
                    found.Program,
                    (string?)http.Request.RouteValues["part"]
                ),
                null
            );
    }

    private static IResult Page(
        ProgramForm form,
        FormSubject subject,
        FormInput input,
        string command,
        IReadOnlyList<FieldError> errors,
        int status
    ) =>
        Show.Page<ProgramFormPage>(
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
