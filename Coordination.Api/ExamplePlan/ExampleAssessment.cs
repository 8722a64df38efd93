using System.Collections.Immutable;
using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Assessments;
using Undated = Coordination.Api.ExamplePlan.ExampleCommands.Undated;

namespace Coordination.Api.ExamplePlan;

/// <summary>
/// An assessment of the example. The published figures are real; the levels (contoh) are invented so that they give the published domain
/// values.
/// </summary>
internal sealed record ExampleAssessment
{
    public required string Government { get; init; }
    public required int Year { get; init; }

    /// <summary>By indicator, from 1; none where only the decree's figures are known.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];
    public DateOnly AssessedOn { get; init; }
    public required ImmutableList<decimal> Domains { get; init; }
    public required decimal Index { get; init; }

    /// <summary>The decree's own; what is shown follows from the figures.</summary>
    public required string Predicate { get; init; }
    public required string Decree { get; init; }
    public required DateOnly PublishedOn { get; init; }

    internal string Id => $"{Government}-{Year}";

    internal static IReadOnlyList<ExampleAssessment> ReadAll()
    {
        using var file = typeof(ExampleAssessment).Assembly.GetManifestResourceStream("example-assessments.json")!;
        return JsonSerializer.Deserialize<List<ExampleAssessment>>(file, CanonicalJson.Options)!;
    }

    internal IEnumerable<Undated> ToCommands()
    {
        if (Levels.Count > 0)
            yield return Of(
                AssessedOn,
                "levels",
                new AssessIndicators(
                    [.. Levels.Select((level, index) => new IndicatorLevel(index + 1, level, "Contoh"))],
                    "Contoh: tingkat rekaan yang menghasilkan nilai domain terbit"
                )
            );
        yield return Of(PublishedOn, "published", new PublishIndex(Domains, Index, Decree, PublishedOn));
    }

    private Undated Of(DateOnly day, string step, IAssessmentCommand command) => new(day, Id, step, Id, command);
}
