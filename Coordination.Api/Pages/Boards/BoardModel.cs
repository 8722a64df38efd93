using Coordination.Domain.Harmonization;
using Coordination.Domain.Plans;

namespace Coordination.Api.Pages.Boards;

/// <summary>What the board's page shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown.</param>
/// <param name="AsOf">The day that was asked for; none is today.</param>
public sealed record BoardModel(IReadOnlyList<Plan> Plans, string? Chosen, string? AsOf)
{
    /// <summary>The board; none where there is no plan, or was none on that day.</summary>
    public Board? Board { get; init; }

    /// <summary>What is wrong with the day.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The board of today, of the same plan.</summary>
    public string TodayPath => $"/?plan={Chosen}";
}
