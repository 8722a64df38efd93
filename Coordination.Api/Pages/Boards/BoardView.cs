using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Pages.Boards;

/// <summary>What the board's page shows.</summary>
/// <param name="Board">The board.</param>
/// <param name="Top">What waits for a decision with the most money at stake, the most first.</param>
/// <param name="Waiting">How many findings wait.</param>
/// <param name="Urgent">How many of them cannot wait.</param>
/// <param name="Titles">What their programs are called.</param>
public sealed record BoardView(
    Board Board,
    IReadOnlyList<TopFinding> Top,
    int Waiting,
    int Urgent,
    IReadOnlyDictionary<string, string> Titles
);

/// <summary>What is found of the same programs, with the most money at stake.</summary>
/// <param name="Finding">The first of it.</param>
/// <param name="Others">The kinds of the others.</param>
public sealed record TopFinding(Finding Finding, IReadOnlyList<FindingKind> Others);
