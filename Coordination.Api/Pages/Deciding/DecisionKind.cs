using Coordination.Api.Pages.Forms;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Pages.Deciding;

/// <summary>A kind of decision, and what is to be filled in for it.</summary>
/// <param name="Name">As JSON calls it.</param>
/// <param name="Recommended">What a finding recommends it as; none that nothing recommends.</param>
/// <param name="Fields">Its members, but for the reason.</param>
public sealed record DecisionKind(
    string Name,
    RecommendedDecision? Recommended,
    Func<DecisionSubject, IReadOnlyList<FormField>> Fields
)
{
    internal static readonly DecisionKind Adopt = new("adopt", RecommendedDecision.Adopt, DecisionFields.Draft);
    internal static readonly DecisionKind Accept = new("accept", RecommendedDecision.Accept, _ => []);

    internal static readonly IReadOnlyList<DecisionKind> All =
    [
        new("merge", RecommendedDecision.Merge, DecisionFields.Merge),
        new("reassign", RecommendedDecision.Reassign, DecisionFields.Reassign),
        new("reschedule", RecommendedDecision.Reschedule, DecisionFields.Reschedule),
        new("request-apbn", RecommendedDecision.RequestApbn, DecisionFields.RequestApbn),
        new("correct-funding", RecommendedDecision.CorrectFunding, DecisionFields.CorrectFunding),
        new("declare-relation", RecommendedDecision.DeclareRelation, DecisionFields.DeclareRelation),
        new("defer", RecommendedDecision.Defer, DecisionFields.Defer),
        new("cancel", RecommendedDecision.Cancel, DecisionFields.Cancel),
        Adopt,
        Accept,
        new("set-target", null, DecisionFields.SetTarget),
    ];

    internal static DecisionKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>What a finding recommends to decide; none where it is to be followed up.</summary>
    internal static DecisionKind? Of(Finding? finding) =>
        finding is null ? null : All.FirstOrDefault(kind => kind.Recommended == finding.Recommendation.Decision);
}
