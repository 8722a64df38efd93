using Coordination.Domain.Plans;

namespace Coordination.Domain.Harmonization;

/// <summary>The SPBE index of a plan's governments: now, forecast, and what would move it most.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The last event in the store that affects this plan.</param>
/// <param name="AsOf">The day in Jakarta that it is evaluated for.</param>
/// <param name="Instrument">Code of the instrument of the plan's year; none when none is known.</param>
/// <param name="Governments">One for each government of the province, by code.</param>
public sealed record IndexView(
    Plan Plan,
    long Position,
    DateOnly AsOf,
    string? Instrument,
    IReadOnlyList<GovernmentIndexRow> Governments
);

/// <summary>A government's SPBE index.</summary>
/// <param name="Code">Code of the government.</param>
/// <param name="Name">Its name.</param>
/// <param name="Index">As on the board.</param>
/// <param name="Published">What the current index rests on; none before the first publication.</param>
/// <param name="Assessed">By the levels last assessed alone, exact; none without levels.</param>
/// <param name="AssessedYears">The years that these levels are of.</param>
/// <param name="Range">The forecast and what it lies between.</param>
/// <param name="Domains">The domains (domain SPBE) of the instrument, by number.</param>
/// <param name="Programs">Programs under way by what they add per rupiah, the most first; at most 20.</param>
/// <param name="Unlifted">Indicators that no active program lifts, by what one level more would add, the most first.</param>
public sealed record GovernmentIndexRow(
    string Code,
    string Name,
    GovernmentIndex Index,
    PublicationSource? Published,
    IndexValue? Assessed,
    IReadOnlyList<int> AssessedYears,
    IndexRange? Range,
    IReadOnlyList<DomainIndex> Domains,
    IReadOnlyList<ProgramGain> Programs,
    IReadOnlyList<UnliftedIndicator> Unlifted
);

/// <summary>A domain's part of the index, from 1 to 5, six decimals.</summary>
/// <param name="Number">Its number in the instrument.</param>
/// <param name="Name">Its name.</param>
/// <param name="WeightPercent">What it weighs in the index.</param>
/// <param name="Published">As the decree of the current index printed it; none before the first, or of another instrument.</param>
/// <param name="Assessed">By the levels last assessed; none while an indicator of it has no level.</param>
/// <param name="Forecast">By what the forecast of the index counts on; none without levels.</param>
public sealed record DomainIndex(
    int Number,
    string Name,
    decimal WeightPercent,
    decimal? Published,
    decimal? Assessed,
    decimal? Forecast
);

/// <summary>Which decree published the current index.</summary>
public sealed record PublicationSource(int Year, string Decree, DateOnly PublishedOn);

/// <summary>An index, exact, and its predicate.</summary>
public sealed record IndexValue(decimal Index, string Predicate);

/// <summary>The index by what is counted on.</summary>
/// <param name="Completed">Completed programs alone.</param>
/// <param name="Funded">Also those funded in full and on time: the forecast.</param>
/// <param name="Planned">All active programs.</param>
public sealed record IndexRange(IndexValue Completed, IndexValue Funded, IndexValue Planned);

/// <summary>What a program that is not completed would add to its government's index.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsCounted">Whether the forecast counts it: funded in full and on time.</param>
/// <param name="EstimatedCost">Rupiah.</param>
/// <param name="FundingGap">Rupiah of the cost that is not allocated.</param>
/// <param name="Gain">What it adds to the index that completed programs have reached, by itself.</param>
/// <param name="GainOverForecast">What it adds to the forecast; 0 when it is counted already.</param>
/// <param name="GainPerBillion"><paramref name="Gain"/> for each 1,000,000,000 rupiah of cost, six decimals.</param>
public sealed record ProgramGain(
    string Program,
    string Title,
    bool IsCounted,
    decimal EstimatedCost,
    decimal FundingGap,
    decimal Gain,
    decimal GainOverForecast,
    decimal GainPerBillion
);

/// <summary>An indicator that no active program lifts above its assessed level.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its assessed level, below the highest.</param>
/// <param name="GainPerLevel">What one level more adds to the index.</param>
public sealed record UnliftedIndicator(int Number, string Name, int Level, decimal GainPerLevel);
