using Coordination.Api.Meetings;
using Coordination.Api.Pages.Parts;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages;

/// <summary>What a page of a plan was asked for.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown.</param>
/// <param name="AsOf">The day that was asked for; none is today.</param>
public record PlanPage(IReadOnlyList<Plan> Plans, string? Chosen, string? AsOf)
{
    /// <summary>Its meetings that have looked at it, the last first.</summary>
    public IReadOnlyList<OpenedMeeting> Meetings { get; init; } = [];

    /// <summary>What is wrong with what was asked for.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The plan that is shown, as it is now.</summary>
    public Plan? Plan => Plans.FirstOrDefault(plan => plan.Id == Chosen);

    /// <summary>The governments of its province, to choose from.</summary>
    public IReadOnlyList<Choice> Governments => Choices.Governments(Government.Within(Plan?.Province ?? ""));
}

/// <summary>A page of a plan with what it shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown.</param>
/// <param name="AsOf">The day that was asked for; none is today.</param>
public sealed record PlanPage<TView>(IReadOnlyList<Plan> Plans, string? Chosen, string? AsOf)
    : PlanPage(Plans, Chosen, AsOf)
    where TView : class
{
    /// <summary>The view; none where there is no plan, or was none on that day.</summary>
    public TView? View { get; init; }
}
