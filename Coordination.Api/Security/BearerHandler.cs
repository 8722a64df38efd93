using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Coordination.Api.Security;

/// <summary>Reads <c>Authorization: Bearer …</c> with a token that this service has given.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    LiveTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Prefix = "Bearer ";

    /// <summary>The token of a request, or none.</summary>
    internal static string? TokenOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? header[Prefix.Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // What is open to everybody, health above all, is not to wait for the database.
        return
            RightsGate.IsGuarded(Context.GetEndpoint())
            && TokenOf(Context) is { } token
            && await tokens.FindAsync(token, TokenUse.Api) is { } caller
            ? AuthenticateResult.Success(new(caller.ToPrincipal(), Scheme.Name))
            : AuthenticateResult.NoResult();
    }
}
