using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Meetings;

/// <summary>A finding as it is now, by views that have seen what it is asked for after.</summary>
internal sealed class CurrentFinding(FindingsKeeper findings, Positions positions)
{
    /// <summary>The finding, or none when there is no such finding any more.</summary>
    /// <param name="plan">Plan id.</param>
    /// <param name="finding">Its id.</param>
    /// <param name="since">What the views must have seen.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TimeoutException">The views are behind.</exception>
    internal async Task<Finding?> FindAsync(string plan, string finding, long since, CancellationToken cancellation) =>
        await positions.HasSeenAsync(since, cancellation)
            ? await findings.FindAsync(plan, finding, cancellation)
            : throw new TimeoutException($"The views have not seen position {since} yet.");
}
