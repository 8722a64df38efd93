using System.Reflection;
using Coordination.Domain.Programs;

namespace Coordination.Tests;

/// <summary>Every event and command that the examples name, and every one that the Domain has.</summary>
internal static class Everything
{
    /// <summary>One event of each kind on a program, in an order in which they may follow each other.</summary>
    internal static IReadOnlyList<IProgramEvent> ProgramEvents { get; } =
    [
        Example.Planned,
        Example.Revised,
        Example.Related,
        Example.Unrelated,
        Example.Budgeted,
        Example.Corrected,
        Example.Requested,
        Example.Granted,
        Example.Requested with
        {
            Request = "r2",
        },
        Example.Rejected with
        {
            Request = "r2",
        },
        Example.Requested with
        {
            Request = "r3",
        },
        Example.Withdrawn with
        {
            Request = "r3",
        },
        Example.Realised,
        Example.RealisationCorrected,
        Example.Progressed,
        Example.Raised,
        Example.Resolved,
        Example.Completed,
        Example.Reopened,
        Example.Deferred,
        Example.Resumed,
        Example.Reassigned,
        Example.Cancelled,
        Example.Received,
        Example.Merged,
    ];

    /// <summary>The example commands on a program that exists, by type.</summary>
    internal static IReadOnlyDictionary<string, IProgramCommand> ProgramCommands { get; } =
        typeof(Command)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => (IProgramCommand)field.GetValue(null)!)
            .Where(command => command is not PlanProgram)
            .ToDictionary(command => command.GetType().Name, StringComparer.Ordinal);

    /// <summary>The names of all types of the Domain that are such a thing.</summary>
    internal static IEnumerable<string> NamesOf<T>() =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsInterface)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
}
