using System.Collections.Immutable;
using System.Globalization;

namespace Coordination.Domain.Meetings;

/// <summary>Calling a meeting, and what it is to speak about.</summary>
internal static class Scheduling
{
    private const int MostItems = 100;

    internal static Outcome<IMeetingEvent> Schedule(Verdict verdict, ScheduleMeeting c, MeetingFacts facts)
    {
        verdict.Require(facts.Plan is not null, "plan-unknown", "plan", $"There is no plan '{c.Plan}'.");
        verdict.RequireText(c.Title, "title", 3, Texts.Line);
        verdict.RequireText(c.Place, "place", 3, Texts.Line);
        verdict.RequireText(c.Chair, "chair", 3, Texts.Line);
        verdict.RequireDay(c.Date, "date");
        verdict.Require(
            c.Time is not { } time || time.Ticks % TimeSpan.TicksPerMinute == 0,
            "time-not-in-minutes",
            "time",
            $"{c.Time:HH:mm:ss.FFF} is not in whole minutes."
        );
        if (c.Agenda is { } given)
            RequireAgenda(verdict, given);
        return verdict.Decide<IMeetingEvent>(() =>
            [
                new MeetingScheduled(
                    c.Plan,
                    c.Title.Trim(),
                    c.Date,
                    c.Time,
                    c.Place.Trim(),
                    c.Chair.Trim(),
                    c.Agenda is null ? AgendaItem.Draft(facts.Findings, AgendaItem.TopicOf) : Trimmed(c.Agenda)
                ),
            ]
        );
    }

    internal static Outcome<IMeetingEvent> ChangeAgenda(Verdict verdict, Meeting meeting, ChangeAgenda c)
    {
        MeetingDecider.RequireNotClosed(verdict, meeting);
        RequireAgenda(verdict, c.Agenda);
        return verdict.Decide<IMeetingEvent>(() =>
            Trimmed(c.Agenda) is var agenda && meeting.Agenda.SequenceEqual(agenda)
                ? []
                : [new AgendaChanged(meeting.Plan, agenda)]
        );
    }

    private static void RequireAgenda(Verdict verdict, ImmutableList<AgendaItem> agenda)
    {
        verdict.Require(
            agenda.Count <= MostItems,
            "agenda-too-long",
            "agenda",
            $"The agenda has {agenda.Count} items; {MostItems} are the most there may be."
        );
        foreach (var (index, item) in agenda.Take(MostItems).Index())
        {
            verdict.RequireText(item.Topic, $"agenda[{index}].topic", 3, AgendaItem.LongestTopic);
            verdict.RequireOptionalText(item.Finding, $"agenda[{index}].finding", Texts.Short);
        }
    }

    private static ImmutableList<AgendaItem> Trimmed(IEnumerable<AgendaItem> agenda) =>
        [.. agenda.Select(item => new AgendaItem(item.Topic.Trim(), Texts.TrimmedOrNone(item.Finding)))];
}
