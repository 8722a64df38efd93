using System.Globalization;
using Coordination.Api.Commands;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary><c>/meetings/{id}/agenda</c>: the agenda anew, in another order, with items of one's own and with findings that wait.</summary>
internal static class AgendaRequests
{
    private const string Operation = "changeAgenda";
    private const int EmptyRows = 3;
    private const int MostOffered = 30;

    internal static async Task<IResult> GetAsync(
        string id,
        MeetingSubjects subjects,
        MeetingMaterialReader materials,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (subject, problem) = await subjects.ReadAsync(id, Operation, http, cancellation);
        if (problem is not null)
            return problem.ToResult();
        var others = await materials.ReadOtherAsync(subject!.Meeting, MostOffered, cancellation);
        return Page(subject.Meeting, subject.Meeting.Agenda, others, [], CommandId.New(), [], 200);
    }

    internal static async Task<IResult> PostAsync(
        string id,
        MeetingSubjects subjects,
        MeetingMaterialReader materials,
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
        var others = await materials.ReadOtherAsync(subject!.Meeting, MostOffered, cancellation);
        var added = form["add"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<AgendaItem> rows = [.. Read(form)];
        AgendaItem[] more =
        [
            .. others
                .Findings.Values.Where(finding => added.Contains(finding.Id))
                .Select(finding => AgendaItem.Of(finding, others.NamerIn(subject.Form.Language))),
        ];
        var result = await desk.HandleAsync(id, new ChangeAgenda([.. rows, .. more]), context.With(key), cancellation);
        return result.Problem is { } refusal
            ? Page(
                subject.Meeting,
                rows,
                others,
                added,
                key,
                MeetingErrors.Of(refusal, subject.Form.Language, rows.Select((_, row) => $"agenda[{row}].topic")),
                refusal.Status
            )
            : Show.Next(http, Done.At(subject.Back, Operation, result.Accepted!.Warnings));
    }

    /// <summary>Rows without a topic are none; the others come in the order of their numbers, ties as they stood.</summary>
    private static IEnumerable<AgendaItem> Read(IFormCollection form) =>
        form["topic"]
            .Select(
                (topic, row) =>
                    (
                        Topic: $"{topic}".Trim(),
                        Finding: $"{form["finding"].ElementAtOrDefault(row)}".Trim(),
                        Order: OrderOf(form["order"].ElementAtOrDefault(row))
                    )
            )
            .Where(item => item.Topic.Length > 0)
            .OrderBy(item => item.Order)
            .Select(item => new AgendaItem(item.Topic, item.Finding.Length > 0 ? item.Finding : null));

    /// <summary>What has no number comes last.</summary>
    private static decimal OrderOf(string? typed) =>
        decimal.TryParse(typed?.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var order)
            ? order
            : decimal.MaxValue;

    private static IResult Page(
        Meeting meeting,
        IReadOnlyList<AgendaItem> rows,
        MeetingMaterial others,
        HashSet<string> added,
        string command,
        IReadOnlyList<FieldError> errors,
        int status
    ) =>
        Show.Page<AgendaPage>(
            new
            {
                Meeting = meeting,
                Rows = rows.Concat(Enumerable.Repeat(new AgendaItem(""), EmptyRows)).ToList(),
                Others = others,
                Added = added,
                Command = command,
                Errors = errors,
            },
            status
        );
}
