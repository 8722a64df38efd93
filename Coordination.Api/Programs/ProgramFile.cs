using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>What files of commands on programs have in common.</summary>
internal static class ProgramFile
{
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<object>> Nothing = new Dictionary<
        string,
        IReadOnlyList<object>
    >(StringComparer.Ordinal);

    /// <summary>The government whose business a program is, by its events.</summary>
    internal static IReadOnlyList<string> GovernmentsOf(string program, IEnumerable<object> events) =>
        [ProgramFold.Replay(program, events.Cast<IProgramEvent>())!.Government];

    internal static IReadOnlyDictionary<string, IReadOnlyList<object>> Untyped(
        IReadOnlyDictionary<string, IReadOnlyList<IProgramEvent>> events
    ) =>
        events.ToDictionary(
            stream => stream.Key,
            stream => (IReadOnlyList<object>)stream.Value,
            StringComparer.Ordinal
        );
}
