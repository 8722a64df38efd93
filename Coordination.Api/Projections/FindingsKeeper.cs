using Coordination.Api.Http;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Api.Projections;

/// <summary>
/// Keeps the findings of the plans that are looked at, in this process's memory: derived, disposable, and no more than a few. The past is
/// found from scratch, by the same function.
/// </summary>
internal sealed class FindingsKeeper(PlanStates states, TimeProvider clock)
{
    /// <summary>A kept plan of 2,400 programs takes some 30 MB.</summary>
    internal const int MostPlans = 4;

    /// <summary>How long a command waits for the first look at its plan.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(100);

    /// <summary>How long it waits, on a thread that others may need, for a look under way to be over.</summary>
    private static readonly TimeSpan LaterLook = TimeSpan.FromMilliseconds(25);

    private readonly Lock counting = new();

    /// <summary>The one used last is last.</summary>
    private readonly List<(string Plan, KeptPlan Kept)> plans = [];

    internal IReadOnlyList<(string Plan, KeptPlan Kept)> Kept
    {
        get
        {
            lock (counting)
                return [.. plans];
        }
    }

    /// <summary>What is found in a plan at a point, or none when there was no such plan. The day of the present is today's.</summary>
    internal async Task<FoundPlan?> ReadAsync(string plan, ViewPoint point, CancellationToken cancellation)
    {
        if (point.IsLive)
            return await LookAsync(plan).WaitAsync(cancellation);
        if (Find(plan)?.Last is { } last && (last.State.Position, last.Day) == (point.Position, point.Day))
            return last;
        var state = await states.ReadAsync(plan, point.Position, isLive: false, withPrograms: true, cancellation);
        return state is null ? null : FoundPlan.Of(state, point.Day);
    }

    /// <summary>A finding of a plan as it is now, or none.</summary>
    internal async Task<Finding?> FindAsync(string plan, string finding, CancellationToken cancellation)
    {
        var found = await LookAsync(plan).WaitAsync(cancellation);
        return found?.Findings.FirstOrDefault(one => one.Id == finding);
    }

    /// <summary>What a proposal would raise in its plan as it is now.</summary>
    internal async Task<IReadOnlyList<Finding>> FindForAsync(SpbeProgram proposal, CancellationToken cancellation)
    {
        await LookAsync(proposal.Plan).WaitAsync(cancellation);
        return Keep(proposal.Plan).FindFor(proposal, Timeout.InfiniteTimeSpan) ?? [];
    }

    /// <summary>
    /// What a program that is just being accepted raises, by the last look at its plan, which may be a moment ago; none when that cannot be said
    /// soon, which is no reason to let an accepted command wait.
    /// </summary>
    internal async Task<IReadOnlyList<Finding>?> TryFindForAsync(SpbeProgram program, CancellationToken cancellation)
    {
        var kept = Keep(program.Plan);
        if (kept.Last is null)
        {
            var first = LookAsync(program.Plan);
            await Task.WhenAny(first, Task.Delay(FirstLook, clock, cancellation));
        }
        // A look that takes long will not be over by then: in a plan that is too crowded nobody waits.
        return kept.FindFor(program, kept.Cost < LaterLook ? LaterLook : TimeSpan.Zero);
    }

    internal async Task<FoundPlan?> LookAsync(string plan)
    {
        var found = await Keep(plan).LookAsync();
        Trim(found is null ? plan : null);
        return found;
    }

    private KeptPlan? Find(string plan)
    {
        lock (counting)
            return plans.Find(entry => entry.Plan == plan).Kept;
    }

    private KeptPlan Keep(string plan)
    {
        lock (counting)
        {
            var at = plans.FindIndex(entry => entry.Plan == plan);
            var entry = at < 0 ? (plan, new KeptPlan(plan, states, clock)) : plans[at];
            if (at >= 0)
                plans.RemoveAt(at);
            plans.Add(entry);
            return entry.Item2;
        }
    }

    /// <summary>A plan that is not there takes no other one's place.</summary>
    private void Trim(string? unknown)
    {
        lock (counting)
        {
            if (unknown is not null)
                plans.RemoveAll(entry => entry.Plan == unknown);
            while (plans.Count > MostPlans)
                plans.RemoveAt(0);
        }
    }
}
