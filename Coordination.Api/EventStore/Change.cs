namespace Coordination.Api.EventStore;

/// <summary>That an event has changed the views of a plan: what those are told who watch it. What it says now, they read again.</summary>
/// <param name="Position">Position of the event.</param>
/// <param name="Kind">Its stored name.</param>
/// <param name="Program">Number of the program, where it is a program's.</param>
/// <param name="Government">Government that it concerns, where it is one's.</param>
internal sealed record Change(long Position, string Kind, string? Program, string? Government);

/// <summary>A change with whose views it changes: one plan's, or those of every plan of a province.</summary>
/// <param name="Plan">The plan; none for what every plan of the province shows: its assessments and coverage.</param>
/// <param name="Province">The province.</param>
/// <param name="Change">What they are told.</param>
internal sealed record PlacedChange(string? Plan, string? Province, Change Change)
{
    /// <summary>Whether the views of a plan show it.</summary>
    internal bool IsShownBy(string plan) =>
        Plan is not null ? Plan == plan : plan.StartsWith($"{Province}-", StringComparison.Ordinal);
}
