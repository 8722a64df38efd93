using Coordination.Benchmarks.Contenders;

namespace Coordination.Benchmarks;

/// <summary>Which rows are measured and for how long.</summary>
internal sealed record RunOptions(IReadOnlySet<string> Rows, bool IsQuick, bool IsLarge)
{
    internal const int Clients = 16;

    internal int Rounds => IsQuick ? 2 : 5;

    internal TimeSpan Round => TimeSpan.FromSeconds(IsQuick ? 0.3 : 1.5);

    /// <summary>Long enough for the runtime to have compiled every contender's path for good: a short one favours the shortest path.</summary>
    internal TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick ? 0.4 : 8);

    /// <summary>Programs that exist before the follow-up rows, each budgeted once and completed once: enough for who is fastest.</summary>
    internal int SeededPrograms(ContenderKind kind) =>
        IsQuick ? 12_000
        : kind == ContenderKind.Raw ? 240_000
        : 80_000;

    /// <summary>Commands whose cost is counted, after as many that warm up.</summary>
    internal int Counted => IsQuick ? 200 : 2_000;

    /// <summary>How many events the growth row goes through, smallest first.</summary>
    internal IReadOnlyList<int> Sizes =>
        IsQuick ? [1_000, 10_000]
        : IsLarge ? [10_000, 100_000, 1_000_000]
        : [10_000, 100_000];

    internal static RunOptions Parse(string[] args) =>
        new(
            args.Where(argument => !argument.StartsWith('-')).ToHashSet(StringComparer.Ordinal),
            args.Contains("--quick"),
            args.Contains("--large")
        );
}
