using System.Collections.Immutable;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Programs;

/// <summary>What a program will have delivered: indicator, target above 0, and its unit.</summary>
public sealed record Output(string Indicator, decimal Target, string Unit);

/// <summary>From which to which day; it lies in the plan's year, or starts in it when <see cref="MultiYear"/> is set.</summary>
public sealed record Schedule(DateOnly Start, DateOnly End, bool MultiYear = false);

/// <summary>An SPBE indicator (1–47) that the program lifts, and the maturity level (1–5) it lifts it to.</summary>
public sealed record IndicatorLift(int Number, int Level);

/// <summary>What a planner says of a program; a revision says it anew.</summary>
public record ProgramDetails
{
    /// <summary>Code of a priority of the plan.</summary>
    public required string Priority { get; init; }

    /// <summary>5 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What is done, where and for whom; 1 to 5,000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Official sub-activity (sub kegiatan), where there is one.</summary>
    public SubActivityKey? SubActivity { get; init; }

    /// <summary>1 to 500 location codes within the government.</summary>
    public required ImmutableList<string> Locations { get; init; }

    /// <summary>What it delivers.</summary>
    public required Output Output { get; init; }

    /// <summary>The SPBE indicators it lifts, each at most once.</summary>
    public ImmutableList<IndicatorLift> SpbeIndicators { get; init; } = [];

    /// <summary>When it is carried out.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Whole rupiah, above 0, at most 100 trillion.</summary>
    public required decimal EstimatedCost { get; init; }

    /// <summary>The agency in charge (perangkat daerah), 3 to 200 characters.</summary>
    public required string LeadAgency { get; init; }

    /// <summary>The planner's own key, unique per plan and government; imports find the program by it.</summary>
    public string? Reference { get; init; }

    /// <summary>Trimmed, each location and indicator once, in order: equal details are equal texts.</summary>
    internal ProgramDetails Normalised() =>
        new()
        {
            Priority = Priority,
            Title = Title.Trim(),
            Description = Description.Trim(),
            SubActivity = SubActivity,
            Locations = [.. Locations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Output = new(Output.Indicator.Trim(), Decimals.Normalised(Output.Target), Output.Unit.Trim()),
            SpbeIndicators = [.. SpbeIndicators.Distinct().OrderBy(lift => lift.Number)],
            Schedule = Schedule,
            EstimatedCost = Decimals.Normalised(EstimatedCost),
            LeadAgency = LeadAgency.Trim(),
            Reference = string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim(),
        };

    /// <summary>Whether both say the same; lists are compared by their items.</summary>
    internal bool SaysTheSameAs(ProgramDetails other) =>
        this with { Locations = other.Locations, SpbeIndicators = other.SpbeIndicators } == other
        && Locations.SequenceEqual(other.Locations, StringComparer.Ordinal)
        && SpbeIndicators.SequenceEqual(other.SpbeIndicators);
}
