using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Domain.Meetings;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary><c>/meetings/{id}/attendance</c>: who is there, all of them anew.</summary>
internal static class AttendanceRequests
{
    private const string Operation = "recordAttendance";
    private const int EmptyRows = 4;

    internal static async Task<IResult> GetAsync(
        string id,
        MeetingSubjects subjects,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await subjects.ReadAsync(id, Operation, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var meeting = subject!.Meeting;
        // All governments attend: at first there is a row for each.
        IReadOnlyList<Attendee> rows =
            meeting.Attendance.Count > 0
                ? meeting.Attendance
                : [.. Government.Within(meeting.Plan[..2]).Select(one => new Attendee("", "", one.Code))];
        return Page(meeting, rows, CommandId.New(), [], StatusCodes.Status200OK);
    }

    internal static async Task<IResult> PostAsync(
        string id,
        MeetingSubjects subjects,
        MeetingDesk desk,
        CommandContext context,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await subjects.ReadAsync(id, Operation, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var form = await http.Request.ReadFormAsync(cancellation);
        var key = CommandId.Of(form) ?? CommandId.New();
        List<Attendee> rows = [.. Read(form)];
        var result = await desk.HandleAsync(id, new RecordAttendance([.. rows]), context.With(key), cancellation);
        return result.Problem is { } refusal
            ? Page(
                subject!.Meeting,
                rows,
                key,
                MeetingErrors.Of(
                    refusal,
                    subject.Form.Language,
                    rows.SelectMany(
                        (_, row) =>
                            (string[])
                                [$"attendees[{row}].name", $"attendees[{row}].office", $"attendees[{row}].government"]
                    )
                ),
                refusal.Status
            )
            : Show.Next(http, Done.At(subject!.Back, Operation, result.Accepted!.Warnings));
    }

    /// <summary>Rows in which nobody is named are none.</summary>
    private static IEnumerable<Attendee> Read(IFormCollection form) =>
        form["name"]
            .Select(
                (name, row) =>
                    (
                        Name: $"{name}".Trim(),
                        Office: $"{form["office"].ElementAtOrDefault(row)}".Trim(),
                        Government: $"{form["government"].ElementAtOrDefault(row)}".Trim()
                    )
            )
            .Where(one => one.Name.Length > 0 || one.Office.Length > 0)
            .Select(one => new Attendee(one.Name, one.Office, one.Government.Length > 0 ? one.Government : null));

    private static IResult Page(
        Meeting meeting,
        IReadOnlyList<Attendee> rows,
        string command,
        IReadOnlyList<FieldError> errors,
        int status
    ) =>
        Show.Page<AttendancePage>(
            new
            {
                Meeting = meeting,
                Rows = rows.Concat(Enumerable.Repeat(new Attendee("", ""), EmptyRows)).ToList(),
                Command = command,
                Errors = errors,
            },
            status
        );
}
