using System.Collections.Immutable;
using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>The assessment of Kabupaten Bangka Barat (19.05) of 2023, and what happened to it.</summary>
internal sealed record GivenAssessment(ImmutableList<IAssessmentEvent> Events)
{
    internal static readonly AssessmentId Id = new("19.05", 2023);

    private AssessmentId Named { get; init; } = Id;

    private SpbeInstruments Instruments { get; init; } = SpbeInstruments.Official;

    private DateOnly Today { get; init; } = Example.Today;

    internal Assessment? State => AssessmentFold.Replay(Events);

    internal GivenAssessment Of(string government, int year) => this with { Named = new(government, year) };

    internal GivenAssessment By(SpbeInstruments instruments, DateOnly today) =>
        this with
        {
            Instruments = instruments,
            Today = today,
        };

    internal Answer<IAssessmentEvent> When(IAssessmentCommand command) =>
        new(AssessmentDecider.Decide(State, Named, command, Instruments, Today));

    internal GivenAssessment After(IAssessmentCommand command) =>
        this with
        {
            Events = Events.AddRange(When(command).Accepted()),
        };
}
