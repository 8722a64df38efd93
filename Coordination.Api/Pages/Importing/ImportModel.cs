using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.Importing;

/// <summary>What the page of imports shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that the file is for.</param>
public sealed record ImportModel(IReadOnlyList<Plan> Plans, string? Chosen)
{
    /// <summary>The name of the file that was checked or carried out.</summary>
    public string? File { get; init; }

    /// <summary>The digest of the file that was checked and waits.</summary>
    public string? Digest { get; init; }

    /// <summary>What became of its rows, or would.</summary>
    public ImportOutcome? Outcome { get; init; }

    /// <summary>Whether that was stored.</summary>
    public bool IsDone { get; init; }

    /// <summary>What is wrong with the file as a whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>What became of a file: how many rows of each result, and each row.</summary>
public sealed record ImportOutcome(
    int Planned,
    int Revised,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportRow> Rows
);

/// <summary>What became of a row, and what is to be said of it in the reader's language.</summary>
public sealed record ImportRow(
    int Row,
    string Key,
    string? Title,
    string? Program,
    ProposalResult Result,
    IReadOnlyList<string> Notes
);
