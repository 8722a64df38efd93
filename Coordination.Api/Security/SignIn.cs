using Coordination.Api.EventStore;

namespace Coordination.Api.Security;

/// <summary>Signs in with a password.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Password">Its password.</param>
internal sealed record SignIn(string User, string Password);

/// <summary>A token, given once.</summary>
/// <param name="Token">For <c>Authorization: Bearer …</c>.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="MustChangePassword">Whether the password is to be changed before anything else.</param>
internal sealed record SignedIn(string Token, DateTimeOffset ExpiresAt, bool MustChangePassword);

/// <summary><c>POST /api/sign-in</c>.</summary>
internal static class SignInEndpoint
{
    internal static async Task<IResult> PostAsync(
        SignIn request,
        SignInDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var address = http.Connection.RemoteIpAddress;
        var (given, problem) = await desk.SignInAsync(request, TokenUse.Api, address, cancellation);
        return problem?.ToResult() ?? Results.Json(given, CanonicalJson.Options);
    }
}
