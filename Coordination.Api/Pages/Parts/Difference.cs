namespace Coordination.Api.Pages.Parts;

/// <summary>A figure before and after.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">Before; none where there is none yet.</param>
/// <param name="After">After; none where there is none yet.</param>
/// <param name="Write">How it is written.</param>
public sealed record Difference(string Name, decimal? Before, decimal? After, Func<decimal, string> Write)
{
    /// <summary>How a change is written without its sign, where it is otherwise.</summary>
    public Func<decimal, string>? WriteChange { get; init; }

    /// <summary>What came or went, with its sign.</summary>
    public string Change =>
        Before is not { } before || After is not { } after || before == after
            ? "–"
            : $"{(after > before ? '+' : '−')}{(WriteChange ?? Write)(Math.Abs(after - before))}";
}
