using System.Globalization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;

namespace Coordination.Domain.Tasks;

/// <summary>What meetings have given to do: a follow-up waits until it is seen to be done.</summary>
internal static class FollowUpTasks
{
    internal static IEnumerable<WaitingTask> Of(Meeting meeting, DateOnly day) =>
        meeting
            .FollowUps.Where(followUp => followUp.Status != FollowUpStatus.Met)
            .Select(followUp => Of(meeting, followUp, day));

    private static WaitingTask Of(Meeting meeting, FollowUp followUp, DateOnly day)
    {
        var name = Meeting.NameOf(meeting.Id, followUp.Number);
        var isDue = followUp.Due < day;
        var seen = followUp.Check is { } check ? $" {check.Detail}" : "";
        return new(
            $"follow-up:{followUp.Government}:{name}",
            TaskKind.FollowUp,
            followUp.Government,
            followUp.Expects?.About,
            name,
            isDue ? followUp.Due : null,
            isDue ? day.DayNumber - followUp.Due.DayNumber : null,
            $"{followUp.Owner} ({followUp.Agency}) is to do by {FindingOf.Text(followUp.Due)}: {followUp.Text.TrimEnd('.')}.{seen}",
            new(
                "reportFollowUp",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/api/meetings/{meeting.Id}/follow-ups/{followUp.Number}/report"
                )
            )
        );
    }
}
