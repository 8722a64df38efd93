namespace Coordination.Domain;

/// <summary>Why a command is refused; when several kinds come together, the first named here speaks for all.</summary>
public enum RejectionKind
{
    /// <summary>The request's path names something that does not exist (HTTP 404).</summary>
    Unknown,

    /// <summary>The subject is in a stage, or the plan in a state, that does not allow the command (HTTP 409).</summary>
    Stage,

    /// <summary>A value breaks a rule (HTTP 422).</summary>
    Rule,
}

/// <summary>One broken rule. A refused command stores nothing.</summary>
/// <param name="Kind">Unknown, stage or rule.</param>
/// <param name="Code">Stable kebab-case code for programs.</param>
/// <param name="Field">Path of the field in the request, camelCase: <c>schedule.end</c>.</param>
/// <param name="Detail">A whole sentence naming value and rule.</param>
public sealed record Rejection(RejectionKind Kind, string Code, string Field, Sentence Detail);

/// <summary>Something that does not stop a command but that a reader should know.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Field">Path of the field in the request.</param>
/// <param name="Detail">A whole sentence.</param>
public sealed record Warning(string Code, string Field, Sentence Detail);

/// <summary>What a decider answers: events (none when the command has already taken effect), or every broken rule at once.</summary>
/// <typeparam name="TEvent">Events of the stream.</typeparam>
public sealed record Outcome<TEvent>
{
    /// <summary>What happened; empty when refused or when nothing is new.</summary>
    public IReadOnlyList<TEvent> Events { get; init; } = [];

    /// <summary>Every rule broken; empty when accepted.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];

    /// <summary>What the reader should know of an accepted command.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Whether the command is accepted.</summary>
    public bool IsAccepted => Rejections.Count == 0;
}
