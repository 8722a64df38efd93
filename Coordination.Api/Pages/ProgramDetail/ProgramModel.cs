using Coordination.Api.Programs;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.ProgramDetail;

/// <summary>What a program's page shows.</summary>
/// <param name="Program">The program as the last command has left it.</param>
/// <param name="Findings">What is found about it, what matters most first.</param>
/// <param name="History">What has happened to it, the newest first.</param>
/// <param name="Count">How much has happened; the page shows the newest.</param>
public sealed record ProgramModel(
    SpbeProgram Program,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<HistoryEntry> History,
    int Count
)
{
    /// <summary>What other programs in the findings are called.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
}
