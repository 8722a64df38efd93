using Coordination.Api.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Coordination.Api.Security;

/// <summary>
/// Signs a browser in at the provider: authorization code with PKCE, state and nonce; what comes of it is a session of our own. What does
/// not fit gives none, and says no more than that.
/// </summary>
internal static class OidcPages
{
    internal const string SchemeName = "Provider";

    /// <summary>Where the provider sends the browser back to: to be registered there.</summary>
    internal const string CallbackPath = "/sign-in/callback";

    internal static void AddTo(IServiceCollection services, OidcSettings settings)
    {
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        new AuthenticationBuilder(services).AddScheme<OpenIdConnectOptions, OpenIdConnectHandler>(
            SchemeName,
            options => Configure(options, settings)
        );
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings settings)
    {
        options.Authority = settings.Authority.ToString();
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.SignInScheme = PageSession.SchemeName;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by a link, so that the cookies that it is checked with need not be sent from other sites' forms.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.TokenValidationParameters.ValidAlgorithms = Oidc.Algorithms;
        options.TokenValidationParameters.ClockSkew = Oidc.ClockDifference;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.Name = "__Host-selaras-provider-";
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.SameSite = SameSiteMode.Lax;
        }
        options.NonceCookie.Name += "nonce-";
        options.Events = new()
        {
            OnTokenValidated = validated =>
            {
                if (settings.CallerOf(validated.Principal!) is { } caller)
                    validated.Principal = caller.ToPrincipal();
                else
                    validated.Fail($"The token has no usable claim '{settings.AccountClaim}'.");
                return Task.CompletedTask;
            },
            OnTicketReceived = GiveSessionAsync,
            OnRemoteFailure = failed =>
            {
                failed.HandleResponse();
                return Problem.SignInFailed().ToResult().ExecuteAsync(failed.HttpContext);
            },
        };
    }

    private static async Task GiveSessionAsync(TicketReceivedContext received)
    {
        var http = received.HttpContext;
        http.User = received.Principal!;
        var tokens = http.RequestServices.GetRequiredService<LiveTokens>();
        PageSession.Give(http, await tokens.GiveAsync(Caller.Of(http), http.RequestAborted));
        http.Response.Redirect(received.ReturnUri ?? "/");
        received.HandleResponse();
    }
}
