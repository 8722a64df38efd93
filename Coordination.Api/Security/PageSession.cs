using System.Text.Encodings.Web;
using Coordination.Api.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Coordination.Api.Security;

/// <summary>What kind of token the cookie holds.</summary>
internal sealed class PageSessionOptions : AuthenticationSchemeOptions
{
    internal TokenUse Use { get; set; } = TokenUse.Page;
}

/// <summary>
/// Reads the session of a browser: a token as those of the API, ended like those, but for pages alone. Pages read nothing else, and the API
/// does not read it.
/// </summary>
internal sealed class PageSession(
    IOptionsMonitor<PageSessionOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    LiveTokens tokens
) : AuthenticationHandler<PageSessionOptions>(options, loggers, encoder)
{
    internal const string SchemeName = "Page";

    /// <summary>A browser keeps a cookie of such a name only over TLS (or on this machine), for this host and every path.</summary>
    internal const string CookieName = "__Host-selaras";

    private static readonly CookieOptions Cookie = new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };

    /// <summary>What kind of token the cookies of this service hold.</summary>
    internal static TokenUse UseOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptionsMonitor<PageSessionOptions>>().Get(SchemeName).Use;

    internal static void Give(HttpContext http, string token) =>
        http.Response.Cookies.Append(CookieName, token, Cookie);

    /// <summary>Ends the session that a request comes with.</summary>
    internal static async Task EndAsync(HttpContext http, LiveTokens tokens, TokenUse use)
    {
        if (http.Request.Cookies[CookieName] is not { } token)
            return;
        await tokens.EndAsync(token, use, Caller.Of(http).Account, http.RequestAborted);
        http.Response.Cookies.Delete(CookieName, Cookie);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Request.Cookies[CookieName] is { } token && await tokens.FindAsync(token, Options.Use) is { } caller
            ? AuthenticateResult.Success(new(caller.ToPrincipal(), Scheme.Name))
            : AuthenticateResult.NoResult();
}
