using Coordination.Api.EventStore;
using Coordination.Api.Http;

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

/// <summary><c>POST /api/sign-in</c>: every failure looks alike and takes as long, whatever its reason.</summary>
internal static partial class SignInEndpoint
{
    internal static async Task<IResult> PostAsync(
        SignIn request,
        Accounts accounts,
        Passwords passwords,
        SignInAttempts attempts,
        HttpContext http,
        ILogger<SignIn> logger,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var address = http.Connection.RemoteIpAddress;
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return Problem.Busy().ToResult();
        if (attempts.PauseOf(address) is { } pause)
            return Problem.TooMany("Too many sign-ins from this address have failed.", pause).ToResult();

        var name = Account.Normalise(request.User);
        var account = Account.IsName(name) ? await accounts.FindAsync(name, cancellation) : null;
        var isTried = account is not null && await attempts.TryAsync(name, cancellation);
        if (passwords.Fits(account?.PasswordHash, request.Password) && isTried && account!.IsActive)
        {
            await attempts.ForgetAsync(name, cancellation);
            if (await accounts.GiveTokenAsync(account, cancellation) is { } given)
            {
                LogSignedIn(logger, name);
                return Results.Json(given, CanonicalJson.Options);
            }
        }
        attempts.NoteFailure(address);
        LogRefused(logger, account?.Id ?? "an unknown name", address, account is not null && !isTried);
        return Problem.SignInRefused().ToResult();
    }

    [LoggerMessage(LogLevel.Information, "{Account} has signed in")]
    private static partial void LogSignedIn(ILogger logger, string account);

    [LoggerMessage(LogLevel.Warning, "A sign-in of {Account} from {Address} was refused (blocked: {IsBlocked})")]
    private static partial void LogRefused(
        ILogger logger,
        string account,
        System.Net.IPAddress? address,
        bool isBlocked
    );
}
