using Coordination.Api.EventStore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Coordination.Api.Http;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so does the database, and the views have caught up once.</summary>
internal static class Health
{
    internal static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<ViewsCheck>("views");

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync });
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

    private sealed class ViewsCheck(NpgsqlDataSource dataSource) : IHealthCheck
    {
        private static volatile bool haveCaughtUp;

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                var seen = await Positions.SeenAsync(connection, cancellationToken);
                var last = await Positions.LastAsync(connection, cancellationToken);
                haveCaughtUp |= seen >= last;
                var description = $"the views have seen position {seen} of {last}";
                return haveCaughtUp ? HealthCheckResult.Healthy(description) : HealthCheckResult.Unhealthy(description);
            }
            catch (Exception away) when (Failures.IsDatabaseAway(away))
            {
                return HealthCheckResult.Unhealthy("the database cannot be reached");
            }
        }
    }
}
