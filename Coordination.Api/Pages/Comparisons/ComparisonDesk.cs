using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Harmonization;
using Coordination.Api.Meetings;
using Coordination.Api.Projections;
using Coordination.Domain;

namespace Coordination.Api.Pages.Comparisons;

/// <summary>What the page of changes is made with.</summary>
internal sealed record ComparisonDesk(
    ComparisonReader Comparisons,
    OpenedMeetings Meetings,
    PlanStates States,
    EventReader Events,
    Positions Positions,
    TimeProvider Clock
)
{
    /// <summary>How far back is looked where no meeting has been: they are a month apart.</summary>
    private const int Days = 30;

    /// <summary>
    /// Where changes begin when nothing is asked: the end of the last meeting; without one a month ago, or before the plan's last change
    /// where nothing has changed since; the plan's first event, where it is younger.
    /// </summary>
    internal async Task<string> UsualAsync(string plan, CancellationToken cancellation)
    {
        var meetings = await Meetings.LatestAsync(plan, cancellation);
        if (meetings.FirstOrDefault(meeting => meeting.IsClosed) is { } over)
            return over.Point;
        var last = await Events.LastOfPlanAsync(plan, long.MaxValue, cancellation);
        var changed = last is { } position ? await Positions.RecordedAtAsync(position, cancellation) : null;
        var day = JakartaTime.DayOf(changed ?? Clock.GetUtcNow()).AddDays(-Days);
        var opened = await Events.StreamAsync(StreamKeys.Plan(plan), long.MaxValue, cancellation);
        return opened is [{ } first, ..] && day < JakartaTime.DayOf(first.At)
            ? first.Position.ToString(CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
