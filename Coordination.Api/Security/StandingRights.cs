using Coordination.Api.Http;
using Microsoft.AspNetCore.Authentication;

namespace Coordination.Api.Security;

/// <summary>
/// Ends an answer that goes on for long when the right to it ends: the token is ended or expires, the account is closed, a role is taken.
/// A request is judged when it comes; this judges again every few seconds, and the operation sees its caller leave.
/// </summary>
internal static class StandingRights
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    internal static void UseStandingRights(this WebApplication app)
    {
        var isReadingPublic = app.Configuration.GetValue("Coordination:PublicReading", false);
        app.Use(
            async (http, next) =>
            {
                if (http.GetEndpoint()?.Metadata.GetMetadata<StreamMetadata>() is null)
                {
                    await next(http);
                    return;
                }
                var left = http.RequestAborted;
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(left);
                http.RequestAborted = ended.Token;
                var watching = EndAsync(http, isReadingPublic, ended);
                try
                {
                    await next(http);
                }
                finally
                {
                    await ended.CancelAsync();
                    await watching;
                    // A failure is still to be answered to a caller who is there.
                    http.RequestAborted = left;
                }
            }
        );
    }

    private static async Task EndAsync(HttpContext http, bool isReadingPublic, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(Pause, http.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
                if (!await HoldsAsync(http, isReadingPublic))
                    await ended.CancelAsync();
        }
        catch (OperationCanceledException) { }
    }

    private static async Task<bool> HoldsAsync(HttpContext http, bool isReadingPublic)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var expires = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        if (expires <= clock.GetUtcNow())
            return false;
        // A token of a provider is good until it expires; one of this service can be ended.
        if (!Caller.Of(http).IsSignedIn || TokenOf(http) is not { } token)
            return true;
        var tokens = http.RequestServices.GetRequiredService<LiveTokens>();
        try
        {
            return await tokens.FindAsync(token.Text, token.Use) is { } caller
                && Rights.Refuse(caller, RightsGate.OperationOf(http.GetEndpoint()) ?? "", isReadingPublic) is null;
        }
        catch (Exception away) when (Failures.IsDatabaseAway(away))
        {
            // Nothing can be read meanwhile, neither by who may nor by who may not.
            return true;
        }
    }

    /// <summary>The token of this service that a request came with: in its header, or in the cookie of a page.</summary>
    private static (string Text, TokenUse Use)? TokenOf(HttpContext http)
    {
        var (text, use) = PageOf.Find(http) is null
            ? (BearerHandler.TokenOf(http), TokenUse.Api)
            : (http.Request.Cookies[PageSession.CookieName], PageSession.UseOf(http));
        return text is not null && AccessToken.IdOf(text, use) is not null ? (text, use) : null;
    }
}
