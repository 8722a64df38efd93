using Coordination.Domain.Meetings;

namespace Coordination.Tests.Meetings;

/// <summary>No event of a meeting is forgotten.</summary>
public class EveryMeetingTypeTests
{
    public static TheoryData<string> Events => new(Everything.NamesOf<IMeetingEvent>());

    [Fact]
    public void The_examples_name_every_event() =>
        Assert.Equal(
            Everything.NamesOf<IMeetingEvent>(),
            MeetingExample.Events.Select(e => e.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_changes_what_the_fold_makes_of_a_meeting(string name)
    {
        var before = MeetingExample.Events.TakeWhile(e => e.GetType().Name != name).ToList();
        var after = MeetingFold.Replay(MeetingExample.Id, [.. before, MeetingExample.Events[before.Count]]);

        Assert.NotEqual(
            MeetingFold.Replay(MeetingExample.Id, before) is { } state ? Json.Of(state) : "",
            Json.Of(after!)
        );
    }

    [Fact]
    public void A_stream_begins_with_the_call_of_the_meeting() =>
        Assert.Throws<InvalidOperationException>(() => MeetingFold.Replay(MeetingExample.Id, [MeetingExample.Opened]));

    [Theory]
    [InlineData("19-2024-003", true)]
    [InlineData("19-2024-3", false)]
    [InlineData("19-2024-0003", false)]
    [InlineData("19-2024-003\n", false)]
    [InlineData("19-2024", false)]
    public void An_id_is_the_plan_and_three_digits(string text, bool isId)
    {
        Assert.Equal(isId, Meeting.IsWellFormedId(text));
        if (isId)
            Assert.Equal(("19-2024", text), (Meeting.PlanOf(text), Meeting.IdOf("19-2024", 3)));
    }
}
