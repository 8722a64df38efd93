using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Api.Assessments;

/// <summary>An assessment as it is shown.</summary>
internal sealed record AssessmentView
{
    public required string Id { get; init; }
    public required string Government { get; init; }
    public required string? GovernmentName { get; init; }
    public required int Year { get; init; }

    /// <summary>Code of the instrument that the year is assessed by.</summary>
    public required string Instrument { get; init; }
    public required AssessmentStatus Status { get; init; }

    /// <summary>How many indicators have a level, of how many.</summary>
    public required int Assessed { get; init; }
    public required int Indicators { get; init; }

    /// <summary>From the levels when all indicators have one, else as published; none without either.</summary>
    public required decimal? Index { get; init; }
    public required string? Predicate { get; init; }

    /// <summary>What index, predicate, domains and aspects rest on.</summary>
    public required IndexBasis? Basis { get; init; }
    public required IReadOnlyList<PartIndex> Domains { get; init; }
    public required IReadOnlyList<PartIndex> Aspects { get; init; }

    /// <summary>The latest publication on or before the day, figures as printed.</summary>
    public required PublishedView? Published { get; init; }

    /// <summary>What the next predicate needs.</summary>
    public required NextPredicate? Next { get; init; }
    public required IReadOnlyList<IndicatorStep> Weakest { get; init; }
    public required IReadOnlyList<IndicatorStep> NextSteps { get; init; }
    public required IReadOnlyList<IndicatorRow> Levels { get; init; }

    /// <summary>Number of events of the assessment; the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Position of its last event.</summary>
    public required long Position { get; init; }

    /// <summary>The day of a past view.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AsOf { get; init; }

    /// <summary>In answers to commands: what the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Warning>? Warnings { get; init; }

    internal static AssessmentView Of(Assessment assessment, long version, long position, DateOnly day)
    {
        // An event of a year without an instrument is never accepted.
        var instrument = SpbeInstruments.Official.InForce(assessment.Year)!;
        var figures = AssessmentFigures.Of(assessment.Levels, instrument);
        var published = PublishedView.Of(assessment.PublishedBy(day), instrument);
        var isPublishedAlone = figures.Index is null && published is not null;
        return new()
        {
            Id = assessment.Id,
            Government = assessment.Government,
            GovernmentName = Domain.Reference.Government.Find(assessment.Government)?.Name,
            Year = assessment.Year,
            Instrument = instrument.Code,
            Status = assessment.Status,
            Assessed = assessment.Levels.Count,
            Indicators = instrument.Indicators.Count,
            Index = figures.Index ?? published?.Index,
            Predicate = figures.Predicate ?? published?.Predicate,
            Basis =
                figures.Index is not null ? IndexBasis.Levels
                : isPublishedAlone ? IndexBasis.Publication
                : null,
            Domains = isPublishedAlone
                ? [.. figures.Domains.Zip(published!.Domains, (domain, value) => domain with { Index = value })]
                : figures.Domains,
            Aspects = figures.Aspects,
            Published = published,
            Next = figures.Next,
            Weakest = figures.Weakest,
            NextSteps = figures.NextSteps,
            Levels = [.. instrument.Indicators.Select(indicator => IndicatorRow.Of(indicator, assessment))],
            Version = version,
            Position = position,
        };
    }
}

/// <summary>What an index rests on.</summary>
internal enum IndexBasis
{
    /// <summary>Σ weight × level.</summary>
    Levels,

    /// <summary>A decree.</summary>
    Publication,
}

/// <summary>What a decree published, and the predicate of the unrounded index.</summary>
internal sealed record PublishedView(
    IReadOnlyList<decimal> Domains,
    decimal Index,
    string Predicate,
    string Decree,
    DateOnly PublishedOn
)
{
    internal static PublishedView? Of(Publication? publication, SpbeInstrument instrument) =>
        publication is null
            ? null
            : new(
                publication.Domains,
                publication.Index,
                instrument.PredicateOf(publication.Unrounded(instrument)),
                publication.Decree,
                publication.PublishedOn
            );
}

/// <summary>An indicator, with its level where it was assessed; also a row of the assessment's table.</summary>
internal sealed record IndicatorRow(
    int Number,
    string Name,
    int Domain,
    string DomainName,
    int Aspect,
    string AspectName,
    decimal WeightPercent,
    int? Level,
    string? Evidence
)
{
    internal static IndicatorRow Of(SpbeIndicator indicator, Assessment assessment) =>
        new(
            indicator.Number,
            indicator.Name,
            indicator.Domain,
            indicator.DomainName,
            indicator.Aspect,
            indicator.AspectName,
            indicator.WeightPercent,
            assessment.Levels.TryGetValue(indicator.Number, out var level) ? level : null,
            assessment.Evidence.GetValueOrDefault(indicator.Number)
        );
}
