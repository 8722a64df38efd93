using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What the list of meetings shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown; none where there is no plan.</param>
/// <param name="Meetings">Its meetings.</param>
/// <param name="Today">Today in Jakarta.</param>
public sealed record MeetingListModel(
    IReadOnlyList<Plan> Plans,
    string? Chosen,
    IReadOnlyList<Meeting> Meetings,
    DateOnly Today
)
{
    /// <summary>Those still to come or under way, the next first.</summary>
    public IReadOnlyList<Meeting> Coming =>
        [.. Meetings.Where(meeting => meeting.Status != MeetingStatus.Closed).OrderBy(meeting => meeting.Date)];

    /// <summary>Those that have ended, the last first.</summary>
    public IReadOnlyList<Meeting> Held =>
        [
            .. Meetings
                .Where(meeting => meeting.Status == MeetingStatus.Closed)
                .OrderByDescending(meeting => meeting.Date),
        ];

    /// <summary>What is still to be done, what is due first.</summary>
    public IReadOnlyList<GivenFollowUp> Waiting =>
        [
            .. Meetings
                .SelectMany(meeting => meeting.FollowUps.Select(followUp => new GivenFollowUp(meeting, followUp)))
                .Where(given => given.FollowUp.Status != FollowUpStatus.Met)
                .OrderBy(given => given.FollowUp.Due),
        ];
}
