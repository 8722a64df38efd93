namespace Coordination.Api.Pages.Deciding;

/// <summary>What the page of an agenda item, or of a decision outside of the agenda, shows.</summary>
/// <param name="Subject">What is decided about.</param>
/// <param name="Kind">The kind that is being decided; none where none is chosen, or nothing can be decided.</param>
/// <param name="Command">Id of the command that is sent.</param>
public sealed record ItemModel(DecisionSubject Subject, DecisionKind? Kind, string Command)
{
    /// <summary>What stands in the form.</summary>
    public DecisionInput? Input { get; init; }

    /// <summary>Whose program would begin; empty where it has to be chosen first.</summary>
    public string Government { get; init; } = "";

    /// <summary>What it would do, where that was tried.</summary>
    public Effect? Effect { get; init; }

    /// <summary>What it was tried as, where it can be recorded.</summary>
    public string? Checked { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What programs in findings are called that would come or go.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
}
