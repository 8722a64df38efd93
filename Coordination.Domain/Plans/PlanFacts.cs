using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Domain.Plans;

/// <summary>What a decision on a plan must know besides its state.</summary>
/// <param name="DeferredHere">Numbers of programs that earlier plans have deferred to a plan being opened: proposals to post anew.</param>
/// <param name="Finding">The finding that the command names, as it is now; none when there is no such finding.</param>
public sealed record PlanFacts(IReadOnlyCollection<string> DeferredHere, Finding? Finding = null)
{
    /// <summary>Nothing deferred, no finding.</summary>
    public static PlanFacts None { get; } = new([]);
}
