using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Pages.Boards;

/// <summary>What the board's page shows.</summary>
/// <param name="Board">The board.</param>
/// <param name="Top">The findings that wait for a decision with the most money at stake, the most first.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="AtStake">What all of them put at stake, rupiah.</param>
/// <param name="Titles">What their programs are called.</param>
public sealed record BoardView(
    Board Board,
    IReadOnlyList<Finding> Top,
    int Waiting,
    decimal AtStake,
    IReadOnlyDictionary<string, string> Titles
);
