using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain.Plans;
using Npgsql;

namespace Coordination.Api.Plans;

/// <summary><c>GET /api/plans/{plan}</c>.</summary>
internal static class GetPlan
{
    internal static async Task<IResult> GetAsync(
        string plan,
        EventReader events,
        DeferredPrograms deferred,
        NpgsqlDataSource dataSource,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var history = Plan.IsWellFormedId(plan)
            ? await events.StreamAsync(StreamKeys.Plan(plan), long.MaxValue, cancellation)
            : [];
        if (history.ToPlan() is not { } state)
            return Problem.UnknownPlan(plan).ToResult();
        http.Response.Headers.ETag = $"\"{history.Count}\"";
        var view = PlanView.Of(state, history.Count, history[^1].Position);
        var closed = history.Find(stored => stored.Data is PlanClosed);
        return Results.Json(
            view with
            {
                DeferredHere = await deferred.ToAsync(state, cancellation),
                Closing = closed is null
                    ? null
                    : await ClosingReport.ReadAsync(plan, closed.Position, dataSource, cancellation),
            },
            CanonicalJson.Options
        );
    }
}
