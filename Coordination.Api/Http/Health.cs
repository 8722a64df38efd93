using Coordination.Api.EventStore;
using Coordination.Domain;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Coordination.Api.Http;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: so does the database, the views follow its events, and no message has been
/// given up.
/// </summary>
internal static class Health
{
    internal static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<ViewsCheck>("views").AddCheck<MessagesCheck>("messages");

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString().ToLowerInvariant(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => entry.Value.Description ?? entry.Value.Status.ToString().ToLowerInvariant()
                ),
            }
        );

    private sealed class ViewsCheck(ViewsWatch views) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            AskAsync(async () =>
            {
                var judgement = await views.JudgeAsync(cancellationToken);
                return new(judgement.IsGood ? HealthStatus.Healthy : HealthStatus.Unhealthy, judgement.Sentence);
            });
    }

    private sealed class MessagesCheck(DeadMessages messages) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            AskAsync(async () =>
                await messages.FindAsync(cancellationToken) is { } dead
                    ? HealthCheckResult.Unhealthy(dead)
                    : HealthCheckResult.Healthy("no message has been given up")
            );
    }

    private static async Task<HealthCheckResult> AskAsync(Func<Task<HealthCheckResult>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception away) when (Failures.IsDatabaseAway(away))
        {
            return HealthCheckResult.Unhealthy("the database cannot be reached");
        }
    }
}
