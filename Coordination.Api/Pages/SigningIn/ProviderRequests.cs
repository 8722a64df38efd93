using Coordination.Api.Http;
using Coordination.Api.Security;
using Microsoft.AspNetCore.Authentication;

namespace Coordination.Api.Pages.SigningIn;

/// <summary><c>/sign-in</c> where a provider vouches for accounts, and the way there.</summary>
internal static class ProviderRequests
{
    internal static IResult Get(OidcSettings settings, HttpContext http)
    {
        var next = ReturnPath.Of(http.Request.Query[ReturnPath.Parameter]);
        return Caller.Of(http).IsSignedIn
            ? Show.Next(http, next)
            : Show.Page<ProviderPage>(
                new { Return = next, Provider = settings.ClientId is null ? null : settings.Authority.Host }
            );
    }

    internal static async Task<IResult> GoAsync(OidcSettings settings, HttpContext http)
    {
        if (settings.ClientId is null)
            return Problem.Unknown("Nobody signs in to pages here.").ToResult();
        var next = ReturnPath.Of(http.Request.Query[ReturnPath.Parameter]);
        try
        {
            await http.ChallengeAsync(OidcPages.SchemeName, new() { RedirectUri = next });
            return Results.Empty;
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException or IOException)
        {
            return Problem.ProviderAway().ToResult();
        }
    }
}
