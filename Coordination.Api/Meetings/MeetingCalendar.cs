using Coordination.Domain;
using Coordination.Domain.Meetings;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Coordination.Api.Meetings;

/// <summary>Meetings, and the days on which their follow-ups are due, as other calendars subscribe to them (RFC 5545).</summary>
internal static class MeetingCalendar
{
    /// <summary>Where nobody has said how long; a rapat koordinasi takes a morning.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(3);

    internal static string Of(IEnumerable<StoredMeeting> meetings)
    {
        var calendar = new Calendar { ProductId = "-//Selaras//Coordination//ID" };
        calendar.AddProperty("X-WR-CALNAME", "Selaras: rapat koordinasi SPBE");
        foreach (var stored in meetings)
        {
            calendar.Events.Add(OfMeeting(stored));
            foreach (var followUp in stored.Meeting.FollowUps)
                calendar.Events.Add(OfFollowUp(stored, followUp));
        }
        return new CalendarSerializer(calendar).SerializeToString()!;
    }

    private static CalendarEvent OfMeeting(StoredMeeting stored)
    {
        var meeting = stored.Meeting;
        var entry = Entry(stored, "", meeting.Title, $"{meeting.Plan} · {meeting.Chair} · {meeting.Status}");
        entry.Location = meeting.Place;
        if (meeting.Time is { } time)
        {
            var start = JakartaTime.At(meeting.Date, time);
            (entry.Start, entry.End) = (Moment(start), Moment(start + Usual));
        }
        else
            OnDay(entry, meeting.Date);
        return entry;
    }

    private static CalendarEvent OfFollowUp(StoredMeeting stored, FollowUp followUp)
    {
        var entry = Entry(
            stored,
            $"-{followUp.Number}",
            $"{followUp.Owner}: {followUp.Text}",
            $"{stored.Meeting.Title} · {followUp.Agency} · {followUp.Status}"
        );
        OnDay(entry, followUp.Due);
        return entry;
    }

    /// <summary>The id stays the same, so that a change replaces what a subscriber has.</summary>
    private static CalendarEvent Entry(StoredMeeting stored, string part, string summary, string description) =>
        new()
        {
            Uid = $"{stored.Meeting.Id}{part}@selaras",
            DtStamp = Moment(stored.At),
            Sequence = (int)stored.Version,
            Summary = summary,
            Description = description,
        };

    private static void OnDay(CalendarEvent entry, DateOnly day) =>
        (entry.Start, entry.End) = (new CalDateTime(day), new CalDateTime(day.AddDays(1)));

    private static CalDateTime Moment(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
