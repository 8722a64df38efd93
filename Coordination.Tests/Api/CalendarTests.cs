using Coordination.Domain;
using Coordination.Domain.Meetings;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace Coordination.Tests.Api;

/// <summary>Meetings and due follow-ups as another calendar reads them.</summary>
public sealed class CalendarTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task Meetings_and_due_follow_ups_can_be_subscribed_to_and_keep_their_ids()
    {
        var meeting = await MeetingRun.OpenAsync(api);
        var day = JakartaTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(30);
        (
            await meeting.PostAsync(
                "follow-ups",
                new
                {
                    text = "Surat ke Kominfo",
                    owner = "Sri Wahyuni",
                    agency = "Diskominfo",
                    government = "19.05",
                    due = day,
                }
            )
        ).ShouldBe(200);
        var (before, tag) = await ReadAsync();
        var due = Assert.Single(before, entry => entry.Summary == "Sri Wahyuni: Surat ke Kominfo");
        Assert.Equal((day, true), (due.Start!.Date, due.IsAllDay));
        var id = meeting.Path.Split('/')[^1];
        var held = Assert.Single(before, entry => entry.Uid == $"{id}@selaras");
        Assert.False(string.IsNullOrWhiteSpace(held.Location));

        await meeting.CloseAsync();
        var (after, other) = await ReadAsync();
        Assert.NotEqual(tag, other);
        Assert.Equal(before.Select(entry => entry.Uid).Order(), after.Select(entry => entry.Uid).Order());
        Assert.True(after.Single(entry => entry.Uid == held.Uid).Sequence > held.Sequence);
        Assert.Contains(nameof(MeetingStatus.Closed), after.Single(entry => entry.Uid == held.Uid).Description!);
    }

    [Fact]
    public async Task A_plan_without_meetings_is_an_empty_calendar()
    {
        var answer = (await api.GetAsync("/api/meetings/calendar.ics?plan=19-1999")).ShouldBe(200);
        Assert.Empty(Calendar.Load(answer.Text)!.Events);
    }

    private async Task<(List<CalendarEvent> Events, string? Tag)> ReadAsync()
    {
        var answer = (await api.GetAsync("/api/meetings/calendar.ics?plan=19-2024")).ShouldBe(200);
        Assert.DoesNotContain('\n', answer.Text.Replace("\r\n", "", StringComparison.Ordinal));
        return ([.. Calendar.Load(answer.Text)!.Events], answer.ETag);
    }
}
