using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Comparisons;

/// <summary>What has changed in a plan from one point to another; every list is empty when both are the same.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Programs">Its programs.</param>
/// <param name="Money">Where the money of a government and source is not what it was.</param>
/// <param name="Findings">What a meeting should know of.</param>
public sealed record Comparison(
    string Plan,
    ComparisonEnd From,
    ComparisonEnd To,
    ProgramChanges Programs,
    IReadOnlyList<MoneyChange> Money,
    FindingChanges Findings
);

/// <summary>A point of a comparison: each end is evaluated for its own day.</summary>
/// <param name="Position">The last event that affects the plan.</param>
/// <param name="AsOf">The evaluation day in Jakarta.</param>
/// <param name="Status">Where the plan stands.</param>
/// <param name="Target">What it wants to reach.</param>
/// <param name="Totals">Sums of all governments.</param>
/// <param name="Implementation">Toward the target.</param>
public sealed record ComparisonEnd(
    long Position,
    DateOnly AsOf,
    PlanStatus Status,
    PlanTarget Target,
    Totals Totals,
    Implementation Implementation
);

/// <summary>Programs that are not what they were; each stands in one list, in order of their numbers.</summary>
/// <param name="Added">New, or active again.</param>
/// <param name="Removed">No longer active: deferred, cancelled or merged; or not there yet, where the comparison goes back in time.</param>
/// <param name="Changed">There at both ends, otherwise than before.</param>
public sealed record ProgramChanges(
    IReadOnlyList<ProgramChange> Added,
    IReadOnlyList<ProgramChange> Removed,
    IReadOnlyList<ProgramChange> Changed
);

/// <summary>A program that is not what it was.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Title">Its title, the later one.</param>
/// <param name="Government">Its government, the later one.</param>
/// <param name="Priority">Its priority, the later one.</param>
/// <param name="Status">Where it stands at the later end; where it stood, when it is not there any more.</param>
/// <param name="Changes">What differs; nothing where one end does not have the program.</param>
public sealed record ProgramChange(
    string Program,
    string Title,
    string Government,
    string Priority,
    ProgramStatus Status,
    IReadOnlyList<ProgramFieldChange> Changes
);

/// <summary>A field before and after.</summary>
/// <param name="Field">Its path: <c>schedule.end</c>.</param>
/// <param name="From">The value before; none when there was none.</param>
/// <param name="To">The value after.</param>
public sealed record ProgramFieldChange(string Field, object? From, object? To);

/// <summary>Money of a government from one source: active programs, each line at its stage, what one gives to another counted once.</summary>
/// <param name="Government">Code of the government.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="From">Before.</param>
/// <param name="To">After.</param>
public sealed record MoneyChange(string Government, string Source, StageSums From, StageSums To);

/// <summary>Findings by id; those that are declared parts of one thing do not count.</summary>
/// <param name="Opened">There at the later end alone.</param>
/// <param name="Closed">There at the earlier end alone.</param>
/// <param name="Changed">At both, concluded from other facts or of another grade, severity, status or sum at stake.</param>
public sealed record FindingChanges(
    IReadOnlyList<Finding> Opened,
    IReadOnlyList<Finding> Closed,
    IReadOnlyList<FindingChange> Changed
);

/// <summary>A finding before and after.</summary>
public sealed record FindingChange(Finding From, Finding To);
