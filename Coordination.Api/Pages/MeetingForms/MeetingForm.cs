using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.Pages.Forms;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary>A short form of a meeting: a command, its fields, and when it makes sense.</summary>
/// <param name="Path">Below the meeting's address; <c>{part}</c> stands for a decision or a follow-up.</param>
/// <param name="Command">What is sent.</param>
/// <param name="Fits">Whether it can be given now; the decision itself says why not, if it is given all the same.</param>
/// <param name="Fields">What is to be filled in.</param>
public sealed record MeetingForm(
    string Path,
    Type Command,
    Func<Meeting, int, bool> Fits,
    Func<MeetingSubject, IReadOnlyList<FormField>> Fields
)
{
    internal static readonly IReadOnlyList<MeetingForm> All =
    [
        new("opening", typeof(OpenMeeting), (meeting, _) => meeting.Status == MeetingStatus.Scheduled, _ => []),
        new("basis", typeof(OpenMeeting), IsOpen, _ => MeetingFields.Why)
        {
            Text = "renewBasis",
            Shape = body => body["renew"] = true,
        },
        new("follow-ups", typeof(AssignFollowUp), IsOpen, MeetingFields.FollowUp)
        {
            Shape = MeetingFields.NestExpectation,
        },
        new(
            "follow-ups/{part}/report",
            typeof(ReportFollowUp),
            (meeting, part) => meeting.FindFollowUp(part) is not null,
            _ => MeetingFields.Report
        )
        {
            Shape = body => body["done"] = body["done"] is not null,
        },
        new(
            "decisions/{part}/retry",
            typeof(RetryDecision),
            (meeting, part) => meeting.FindDecision(part) is { Status: DecisionStatus.Failed },
            _ => []
        ),
        new("closing", typeof(CloseMeeting), IsOpen, _ => []),
        new(
            "addenda",
            typeof(SealAddendum),
            (meeting, _) => meeting.Status == MeetingStatus.Closed,
            _ => MeetingFields.Addendum
        ),
    ];

    /// <summary>As the table of rights calls it.</summary>
    internal string Operation => JsonNamingPolicy.CamelCase.ConvertName(Command.Name);

    /// <summary>What it is called, where one command has two forms.</summary>
    internal string Text { get; init; } = JsonNamingPolicy.CamelCase.ConvertName(Command.Name);

    /// <summary>Makes the command's body of what was typed.</summary>
    internal Action<JsonObject> Shape { get; init; } = _ => { };

    /// <summary>The command on its part.</summary>
    internal static IMeetingCommand On(IMeetingCommand command, int part) =>
        command switch
        {
            RetryDecision c => c with { Number = part },
            ReportFollowUp c => c with { Number = part },
            _ => command,
        };

    private static bool IsOpen(Meeting meeting, int part) => meeting.Status == MeetingStatus.Open;
}
