using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Commands;

/// <summary>What came of a command: the new state, or the problem.</summary>
internal sealed record CommandResult<TState>
    where TState : class
{
    internal Accepted<TState>? Accepted { get; private init; }

    internal Problem? Problem { get; private init; }

    internal int Status =>
        Problem?.Status ?? (Accepted!.IsCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    public static implicit operator CommandResult<TState>(Accepted<TState> accepted) => new() { Accepted = accepted };

    public static implicit operator CommandResult<TState>(Problem problem) => new() { Problem = problem };
}

/// <summary>An accepted command.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Version">Number of events in the stream.</param>
/// <param name="Position">Position of the stream's last event.</param>
/// <param name="Warnings">What the reader should know.</param>
/// <param name="IsCreated">Whether it began a stream.</param>
internal sealed record Accepted<TState>(
    TState State,
    long Version,
    long Position,
    IReadOnlyList<Warning> Warnings,
    bool IsCreated
)
    where TState : class
{
    /// <summary>What it raises in its plan, where that was looked for.</summary>
    internal IReadOnlyList<Finding>? Raised { get; init; }
}
