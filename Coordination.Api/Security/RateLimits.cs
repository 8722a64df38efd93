using System.Globalization;
using System.Threading.RateLimiting;
using Coordination.Api.Http;

namespace Coordination.Api.Security;

/// <summary>
/// How many requests a second an account may send, with a burst of so many seconds' worth after a pause. By account, not by address: an
/// office shares one. Whoever has not signed in shares the account of the public.
/// </summary>
internal static class RateLimits
{
    /// <summary>More than people and imports need; one account cannot take the service from the others.</summary>
    private const int UsualCommands = 50;
    private const int UsualReads = 200;
    private const int SecondsOfBurst = 4;
    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);

    internal static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var commands = Bucket(builder.Configuration, "CommandsPerSecond", UsualCommands);
        var reads = Bucket(builder.Configuration, "ReadsPerSecond", UsualReads);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, bool)>(http =>
            {
                var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
                return RightsGate.OperationOf(http.GetEndpoint()) is not null
                    ? RateLimitPartition.GetTokenBucketLimiter(
                        (Caller.Of(http).Account, isRead),
                        _ => isRead ? reads : commands
                    )
                    : RateLimitPartition.GetNoLimiter(("", isRead));
            });
            limits.OnRejected = (rejected, _) =>
            {
                var pause = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                    ? wait
                    : TimeSpan.FromSeconds(1);
                const string detail = "This account sends more requests than it may; wait and send the request again.";
                return new(Problem.TooMany(detail, pause).ToResult().ExecuteAsync(rejected.HttpContext));
            };
        });
    }

    private static TokenBucketRateLimiterOptions Bucket(ConfigurationManager configuration, string name, int usual)
    {
        var setting = $"Coordination:Limits:{name}";
        var text = configuration[setting] ?? usual.ToString(CultureInfo.InvariantCulture);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var perSecond) || perSecond < 10)
            throw new SettingException($"{setting} is a whole number from 10, not '{text}'.");
        return new()
        {
            TokenLimit = perSecond * SecondsOfBurst,
            TokensPerPeriod = (int)(perSecond * Refill.TotalSeconds),
            ReplenishmentPeriod = Refill,
        };
    }
}
