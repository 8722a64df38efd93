using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Security;
using Coordination.Domain;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary>Reads what a form of a meeting is about, for who may send it.</summary>
internal sealed class MeetingSubjects(
    MinutesReader meetings,
    MeetingMaterialReader materials,
    Positions positions,
    TimeProvider clock
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal async Task<(MeetingSubject? Subject, Problem? Problem)> ReadAsync(
        string id,
        string operation,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(id, cancellation) is not { } meeting)
            return (null, GetMeeting.Unknown(id));
        var part = MeetingSubject.NumberOf((string?)http.Request.RouteValues["part"]);
        var government = operation == "reportFollowUp" ? meeting.FindFollowUp(part)?.Government : null;
        if (Rights.Judge(Caller.Of(http), operation, [government ?? meeting.Plan[..2]]).Problem is { } refusal)
            return (null, refusal);
        var item = MeetingSubject.NumberOf(
            http.Request.HasFormContentType
                ? (await http.Request.ReadFormAsync(cancellation))["item"]
                : http.Request.Query["item"]
        );
        if (item > meeting.Agenda.Count)
            item = 0;
        var material =
            item > 0
                ? (await materials.ReadAsync(meeting, meeting.Agenda[item - 1], cancellation)).Material
                : MeetingMaterial.None;
        var form = new FormSubject(Language.Of(http), JakartaTime.DayOf(clock.GetUtcNow()));
        return (new(meeting, part, item, material, form), null);
    }

    internal async Task<Meeting?> FindAsync(string id, CancellationToken cancellation) =>
        (await meetings.HistoryAsync(id, cancellation)).ToMeeting(id);

    /// <summary>
    /// Waits, at most as long as a reader would, until a decision has taken effect or failed and the views have seen it: the next page shows
    /// what it did.
    /// </summary>
    internal async Task AwaitEndAsync(string id, int decision, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Patience;
        while (clock.GetUtcNow() < until)
        {
            var history = await meetings.HistoryAsync(id, cancellation);
            if (history.ToMeeting(id)?.FindDecision(decision) is not { Status: DecisionStatus.Applying })
            {
                await positions.HasSeenAsync(history[^1].Position, cancellation);
                return;
            }
            await Task.Delay(Pause, clock, cancellation);
        }
    }
}
