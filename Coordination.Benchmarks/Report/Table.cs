using System.Text;

namespace Coordination.Benchmarks.Report;

/// <summary>The lines measured so far. Each is also shown at once, since a run takes minutes.</summary>
internal sealed class Table
{
    private const string Head = "| what | compared with | good | measured | n |\n|---|---|---|---|---|\n";
    private readonly List<string> lines = [];

    internal bool HasFailed { get; private set; }

    /// <summary>A figure with a target: <paramref name="value"/> is what the target speaks of.</summary>
    internal void Add(string what, string comparedWith, Target target, double value, string measured, string n) =>
        Add(
            what,
            comparedWith,
            target.ToString(),
            measured + (target.IsMetBy(value) ? "" : $" **misses {target}**"),
            n
        );

    internal void Add(string what, string comparedWith, string good, string measured, string n)
    {
        lines.Add($"| {what} | {comparedWith} | {good} | {measured} | {n} |");
        Console.Error.WriteLine(lines[^1]);
    }

    internal void Fail(string what, string why)
    {
        HasFailed = true;
        Add(what, "", "", $"**FAILED: {why.ReplaceLineEndings(" ")}**", "");
    }

    internal string ToMarkdown() => new StringBuilder(Head).AppendJoin('\n', lines).Append('\n').ToString();
}
