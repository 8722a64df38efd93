using System.Collections.Immutable;
using Coordination.Domain.Meetings;

namespace Coordination.Tests;

/// <summary>A meeting on plan 19-2024, and what happened to it.</summary>
internal sealed record GivenMeeting(ImmutableList<IMeetingEvent> Events)
{
    internal static readonly MeetingFacts Facts = new(Example.Plan, Example.Now)
    {
        Position = 40,
        Expected = Given.Program(Example.Budgeted, Example.Raised).State,
    };

    private MeetingFacts Known { get; init; } = Facts;

    internal Meeting? State => MeetingFold.Replay(MeetingExample.Id, Events);

    internal GivenMeeting Knowing(Func<MeetingFacts, MeetingFacts> change) => this with { Known = change(Known) };

    internal Answer<IMeetingEvent> When(IMeetingCommand command) =>
        new(MeetingDecider.Decide(State, command, Known with { Version = Events.Count }));
}
