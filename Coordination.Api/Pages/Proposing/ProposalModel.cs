using Coordination.Api.Pages.Forms;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Proposing;

/// <summary>Where a program can be proposed: the open plans, and in one of them the governments that the reader plans for.</summary>
/// <param name="Plans">Open plans, the newest first.</param>
/// <param name="Plan">The one that is chosen.</param>
/// <param name="Governments">Those that the reader plans for.</param>
/// <param name="Government">The one that is chosen; none where there are several to choose from.</param>
public sealed record ProposalPlace(
    IReadOnlyList<Plan> Plans,
    Plan? Plan,
    IReadOnlyList<Government> Governments,
    Government? Government
);

/// <summary>What the form of a proposal or of a revision shows.</summary>
/// <param name="Subject">The program, where one is revised.</param>
/// <param name="Government">Whose it is.</param>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Proposal">What stands in it.</param>
/// <param name="Command">Id of the command that is sent.</param>
public sealed record ProposalModel(
    FormSubject Subject,
    Government Government,
    string Plan,
    Proposal Proposal,
    string Command
)
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What it was checked as, where it can be sent.</summary>
    public string? Checked { get; init; }

    /// <summary>What its planner should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What it would raise.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What other programs in the findings are called.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
}
