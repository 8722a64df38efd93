using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Api.Projections;

/// <summary>
/// The findings of one plan, kept up with the projection: each look reads what has changed since the last and finds anew what that can
/// have changed. One looks at a time; who comes meanwhile shares the next look. Readers get whole results only, which never change.
/// </summary>
internal sealed class KeptPlan(string plan, PlanStates states, TimeProvider clock)
{
    private readonly Lock starting = new();
    private readonly Lock touching = new();
    private PlanFindings findings = new();
    private Task<FoundPlan?> running = Task.FromResult<FoundPlan?>(null);
    private Task<FoundPlan?>? next;
    private FoundPlan? last;

    /// <summary>What was found when somebody last looked.</summary>
    internal FoundPlan? Last => Volatile.Read(ref last);

    /// <summary>How long the last look took.</summary>
    internal TimeSpan Cost { get; private set; }

    /// <summary>What is found now, by a look that begins after this call; none when there is no such plan.</summary>
    internal Task<FoundPlan?> LookAsync()
    {
        lock (starting)
            return next is not null ? next
                : running.IsCompleted ? running = MeasuredAsync()
                : next = AfterAsync(running);
    }

    /// <summary>
    /// What a proposal would raise by the last look; none when there was none, the plan is too large, or somebody is at it for too long.
    /// </summary>
    internal IReadOnlyList<Finding>? FindFor(SpbeProgram proposal, TimeSpan patience)
    {
        if (Last is null || IsTooLarge(Last.State) || !touching.TryEnter(patience))
            return null;
        try
        {
            return findings.FindFor(proposal);
        }
        finally
        {
            touching.Exit();
        }
    }

    private async Task<FoundPlan?> AfterAsync(Task before)
    {
        // Not under the lock of who calls.
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (starting)
            (running, next) = (next!, null);
        return await MeasuredAsync();
    }

    private async Task<FoundPlan?> MeasuredAsync()
    {
        await Task.Yield();
        var started = clock.GetTimestamp();
        try
        {
            return await FollowAsync();
        }
        catch
        {
            // Half followed is not followed.
            Forget();
            throw;
        }
        finally
        {
            Cost = clock.GetElapsedTime(started);
        }
    }

    private async Task<FoundPlan?> FollowAsync()
    {
        var state = await ReadAsync(Last?.State.Position ?? 0);
        if (state?.Position < Last?.State.Position)
        {
            // The projection is being rebuilt.
            Forget();
            state = await ReadAsync(0);
        }
        if (state is null)
            return null;
        var day = JakartaTime.DayOf(clock.GetUtcNow());
        if (Last is { } known && (known.State.Position, known.Day) == (state.Position, day))
            return known;
        lock (touching)
        {
            var found = new FoundPlan(state with { Programs = [] }, day, Find(state, day));
            Volatile.Write(ref last, found);
            return found;
        }
    }

    private FoundFindings Find(PlanState state, DateOnly day)
    {
        if (IsTooLarge(state))
        {
            findings = new();
            return PlanFindings.OfTooLarge(state.Plan);
        }
        findings.Set(state.Programs);
        return findings.Find(state.Plan, state.Coverage, day, FoundPlan.ForecastsOf(state, day));
    }

    private static bool IsTooLarge(PlanState state) => state.Tally.Programs() > PlanFindings.MostPrograms;

    /// <summary>No reader's own: others wait for the same look.</summary>
    private Task<PlanState?> ReadAsync(long after) =>
        states.ReadChangedAsync(plan, after, PlanFindings.MostPrograms, CancellationToken.None);

    private void Forget()
    {
        Volatile.Write(ref last, null);
        findings = new();
    }
}
