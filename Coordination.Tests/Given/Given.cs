using System.Collections.Immutable;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>Where a specification begins: <c>Given.Program(events).When(command).Then(events)</c>.</summary>
internal static class Given
{
    /// <summary>A program planned as in <see cref="Example.Planned"/>, and what happened to it since.</summary>
    internal static GivenProgram Program(params IEnumerable<IProgramEvent> since) => new([Example.Planned, .. since]);

    /// <summary>A program with exactly these events.</summary>
    internal static GivenProgram ProgramOf(params IEnumerable<IProgramEvent> events) => new([.. events]);

    /// <summary>No program yet, in the open plan 19-2024.</summary>
    internal static GivenProgram NoProgram { get; } = new([]);

    /// <summary>The plan opened in <see cref="Example.PlanOpened"/>, and what happened to it since.</summary>
    internal static GivenPlan Plan(params IEnumerable<IPlanEvent> since) => new([Example.PlanOpened, .. since]);

    /// <summary>The assessment of Bangka Barat of 2023, and what happened to it.</summary>
    internal static GivenAssessment Assessment(params IEnumerable<IAssessmentEvent> events) => new([.. events]);

    /// <summary>What was reported of desa Pebuar.</summary>
    internal static GivenCoverage Coverage(params IEnumerable<CoverageReported> events) => new([.. events]);

    /// <summary>A meeting called as in <see cref="MeetingExample.Scheduled"/>, and what happened to it since.</summary>
    internal static GivenMeeting Meeting(params IEnumerable<IMeetingEvent> since) =>
        new([MeetingExample.Scheduled, .. since]);

    /// <summary>No meeting yet.</summary>
    internal static GivenMeeting NoMeeting { get; } = new([]);

    /// <summary>No plan yet.</summary>
    internal static GivenPlan NoPlan { get; } = new([]);
}

internal sealed record GivenPlan(ImmutableList<IPlanEvent> Events)
{
    internal Plan? State => PlanFold.Replay(Events);

    /// <summary>The command, and the finding that it names as it is now.</summary>
    internal Answer<IPlanEvent> When(IPlanCommand command, Finding? finding = null) =>
        new(PlanDecider.Decide(State, command, new([], finding)));
}
