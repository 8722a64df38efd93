using Coordination.Api.ExamplePlan;
using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>Assessments in the state that a figure is about.</summary>
internal static class AssessmentExample
{
    internal static readonly SpbeInstrument Instrument = SpbeInstruments.Official.InForce(2023)!;

    internal static readonly IndicatorAssessed Assessed = new("19.05", 2023, 17, 2, "Perbup 21/2023");
    internal static readonly AssessmentSubmitted Submitted = new("19.05", 2023);
    internal static readonly AssessmentReopened Reopened = new("19.05", 2023, "Bukti salah unggah");
    internal static readonly IndexPublished Published = new(
        "19.05",
        2023,
        [3.5m, 2.2m, 1.09m, 3.13m],
        2.61m,
        "KepmenPANRB 13/2024",
        new(2024, 1, 11)
    );

    /// <summary>One event of each kind, in an order in which they may follow each other.</summary>
    internal static IReadOnlyList<IAssessmentEvent> Events { get; } = [Assessed, Submitted, Reopened, Published];

    /// <summary>Every indicator at that level.</summary>
    internal static Dictionary<int, int> Levels(int level) =>
        Instrument.Indicators.ToDictionary(indicator => indicator.Number, _ => level);

    /// <summary>An assessment with every indicator at a level, but for some.</summary>
    internal static Assessment At(
        int level,
        string government = "19.05",
        int year = 2023,
        params IEnumerable<(int Number, int Level)> but
    ) =>
        new(government, year)
        {
            Levels = but.Aggregate(
                new Assessment(government, year).Levels.AddRange(Levels(level)),
                (levels, other) => levels.SetItem(other.Number, other.Level)
            ),
        };

    internal static Assessment Publishing(this Assessment assessment, params IEnumerable<Publication> publications) =>
        assessment with
        {
            Publications = [.. publications],
        };

    /// <summary>The published rows that the example carries: the eight governments in 2023 and 2024.</summary>
    internal static IReadOnlyList<ExampleAssessment> PublishedRows { get; } = ExampleAssessment.ReadAll();
}
