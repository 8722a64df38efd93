using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Meetings;

namespace Coordination.Api.Meetings;

/// <summary>A meeting as it is shown.</summary>
internal sealed record MeetingView
{
    public required string Id { get; init; }
    public required string Plan { get; init; }
    public required string Title { get; init; }
    public required DateOnly Date { get; init; }
    public required TimeOnly? Time { get; init; }
    public required string Place { get; init; }
    public required string Chair { get; init; }
    public required MeetingStatus Status { get; init; }
    public required IReadOnlyList<AgendaItem> Agenda { get; init; }

    /// <summary>The plan that it decides on; none before it is opened.</summary>
    public required PlanPoint? Basis { get; init; }

    public required IReadOnlyList<Attendee> Attendance { get; init; }
    public required IReadOnlyList<MeetingDecision> Decisions { get; init; }
    public required IReadOnlyList<FollowUp> FollowUps { get; init; }

    /// <summary>The plan at its end; none before it is closed.</summary>
    public required PlanPoint? Closing { get; init; }

    /// <summary>SHA-256 of the sealed minutes; none before it is closed.</summary>
    public required string? Digest { get; init; }

    /// <summary>How many addenda the minutes have.</summary>
    public required int Addenda { get; init; }

    /// <summary>Number of events of the meeting; the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Position of its last event.</summary>
    public required long Position { get; init; }

    /// <summary>In answers to commands: what the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Warning>? Warnings { get; init; }

    internal static MeetingView Of(Meeting meeting, long version, long position) =>
        new()
        {
            Id = meeting.Id,
            Plan = meeting.Plan,
            Title = meeting.Title,
            Date = meeting.Date,
            Time = meeting.Time,
            Place = meeting.Place,
            Chair = meeting.Chair,
            Status = meeting.Status,
            Agenda = meeting.Agenda,
            Basis = meeting.Basis,
            Attendance = meeting.Attendance,
            Decisions = meeting.Decisions,
            FollowUps = meeting.FollowUps,
            Closing = meeting.Seal?.Point,
            Digest = meeting.Seal?.Digest,
            Addenda = meeting.Addenda.Count,
            Version = version,
            Position = position,
        };
}

/// <summary>A meeting in a list, and as a row of a table.</summary>
internal sealed record MeetingRow(
    string Id,
    string Plan,
    string Title,
    DateOnly Date,
    TimeOnly? Time,
    string Place,
    string Chair,
    MeetingStatus Status,
    long? Basis,
    DateOnly? BasisAsOf,
    int AgendaItems,
    int Attendees,
    int Decisions,
    int Applying,
    int Failed,
    int FollowUps,
    int FollowUpsMet,
    long? Closing,
    string? Digest,
    long Version,
    long Position
)
{
    internal static MeetingRow Of(Meeting meeting, long version, long position) =>
        new(
            meeting.Id,
            meeting.Plan,
            meeting.Title,
            meeting.Date,
            meeting.Time,
            meeting.Place,
            meeting.Chair,
            meeting.Status,
            meeting.Basis?.Position,
            meeting.Basis?.AsOf,
            meeting.Agenda.Count,
            meeting.Attendance.Count,
            meeting.Decisions.Count,
            meeting.Decisions.Count(decision => decision.Status == DecisionStatus.Applying),
            meeting.Decisions.Count(decision => decision.Status == DecisionStatus.Failed),
            meeting.FollowUps.Count,
            meeting.FollowUps.Count(followUp => followUp.Status == FollowUpStatus.Met),
            meeting.Seal?.Point.Position,
            meeting.Seal?.Digest,
            version,
            position
        );
}
