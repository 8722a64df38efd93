namespace Coordination.Api.Http;

/// <summary>
/// <c>Coordination.Api health</c>: asks the service on this machine whether it is ready, for a container's health check, whose image
/// has neither shell nor curl.
/// </summary>
internal static class HealthProbe
{
    internal static async Task<int> RunAsync()
    {
        var port = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")?.Split(';')[0] ?? "5080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(unreachable.Message);
            return 1;
        }
    }
}
