using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Contracts;

/// <summary>
/// Events that lie in databases are read for ever. <c>stored-events.json</c> holds one of each as it was stored; an entry is added
/// with a new event, or a new optional member, and never edited.
/// </summary>
public sealed class StoredEventTests
{
    private static readonly JsonElement Golden = JsonSerializer.Deserialize<JsonElement>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "stored-events.json"))
    );

    public static TheoryData<string> Names => new(EventNames.Types.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_and_written_as_it_was_stored(string name)
    {
        var stored = Golden.GetProperty(name);
        var read = stored.Deserialize(EventNames.Types[name], CanonicalJson.Options)!;
        var written = JsonSerializer.SerializeToElement(read, read.GetType(), CanonicalJson.Options);
        Assert.True(JsonElement.DeepEquals(stored, written), $"{name} is now written as {written.GetRawText()}");
    }

    [Fact]
    public void Every_event_of_the_domain_has_one_stored_name()
    {
        var events = typeof(IProgramEvent)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsInterface: false }
                && (
                    typeof(IProgramEvent).IsAssignableFrom(type)
                    || typeof(IPlanEvent).IsAssignableFrom(type)
                    || typeof(IAssessmentEvent).IsAssignableFrom(type)
                    || typeof(IMeetingEvent).IsAssignableFrom(type)
                    || type == typeof(CoverageReported)
                )
            );
        Assert.Equal(
            events.Select(type => type.Name).Order(StringComparer.Ordinal),
            EventNames.Types.Values.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            EventNames.Types.Keys.Order(StringComparer.Ordinal),
            Golden.EnumerateObject().Select(entry => entry.Name).Order(StringComparer.Ordinal)
        );
    }
}
