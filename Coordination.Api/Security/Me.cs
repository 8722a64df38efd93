using Coordination.Api.EventStore;

namespace Coordination.Api.Security;

/// <summary>Who one is signed in as.</summary>
internal sealed record Me(string Name, IReadOnlyList<RoleGrant> Roles);

/// <summary><c>/api/me</c> and <c>/api/sign-out</c>: what every account does for itself.</summary>
internal static class MeEndpoints
{
    internal static IResult Get(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var caller = Caller.Of(http);
        return Results.Json(new Me(caller.Account, caller.Roles), CanonicalJson.Options);
    }

    internal static async Task<IResult> SignOutAsync(LiveTokens live, HttpContext http, CancellationToken cancellation)
    {
        await live.EndAsync(BearerHandler.TokenOf(http)!, TokenUse.Api, Caller.Of(http).Account, cancellation);
        return Results.NoContent();
    }

    internal static async Task<IResult> ChangePasswordAsync(
        ChangePassword request,
        PasswordDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (given, problem) = await desk.ChangeAsync(Caller.Of(http).Account, request, TokenUse.Api, cancellation);
        return problem?.ToResult() ?? Results.Json(given, CanonicalJson.Options);
    }
}
