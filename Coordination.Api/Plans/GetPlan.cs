using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Projections;
using Coordination.Domain.Plans;
using Coordination.Domain.Tasks;
using Npgsql;

namespace Coordination.Api.Plans;

/// <summary><c>GET /api/plans/{plan}</c>.</summary>
internal static class GetPlan
{
    internal static async Task<IResult> GetAsync(
        string plan,
        EventReader events,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var history = await ReadAsync(plan, events, cancellation);
        return history.ToPlan() is { } state
            ? Answers.Json(http, PlanView.Of(state, history.Count, history[^1].Position), $"\"{history.Count}\"")
            : Problem.UnknownPlan(plan).ToResult();
    }

    internal static async Task<List<StoredEvent>> ReadAsync(
        string plan,
        EventReader events,
        CancellationToken cancellation
    ) => Plan.IsWellFormedId(plan) ? await events.StreamAsync(StreamKeys.Plan(plan), long.MaxValue, cancellation) : [];
}

/// <summary><c>GET /api/plans/{plan}/closing</c>: when it was closed, and what landed after.</summary>
internal static class GetClosing
{
    internal static async Task<IResult> GetAsync(
        string plan,
        EventReader events,
        NpgsqlDataSource dataSource,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var history = await GetPlan.ReadAsync(plan, events, cancellation);
        if (history.Find(stored => stored.Data is PlanClosed) is not { } closed)
            return Problem.Unknown($"There is no plan '{plan}', or it is not closed.").ToResult();
        var report = await ClosingReport.ReadAsync(plan, closed, dataSource, cancellation);
        return Answers.Json(http, report, Answers.Tag(report.Late.Count));
    }
}

/// <summary><c>GET /api/plans/{plan}/deferred-programs</c>: what earlier plans have deferred to this one, to be proposed anew.</summary>
internal static class GetDeferredPrograms
{
    internal static async Task<IResult> GetAsync(
        string plan,
        EventReader events,
        DeferredPrograms deferred,
        CancellationToken cancellation
    )
    {
        var history = await GetPlan.ReadAsync(plan, events, cancellation);
        return history.ToPlan() is { } state
            ? Results.Json(
                new Page<DeferredProgram>(await deferred.ToAsync(state, long.MaxValue, cancellation), null),
                CanonicalJson.Options
            )
            : Problem.UnknownPlan(plan).ToResult();
    }
}
