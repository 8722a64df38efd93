using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Security;

/// <summary>Who one is signed in as.</summary>
internal sealed record Me(string Name, IReadOnlyList<RoleGrant> Roles);

/// <summary>Chooses a new password.</summary>
/// <param name="Current">The present one.</param>
/// <param name="New">12 to 128 characters of any kind, without the account's name.</param>
internal sealed record ChangePassword(string Current, string New);

/// <summary><c>/api/me</c> and <c>/api/sign-out</c>: what every account does for itself.</summary>
internal static partial class MeEndpoints
{
    internal static IResult Get(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var caller = Caller.Of(http);
        return Results.Json(new Me(caller.Account, caller.Roles), CanonicalJson.Options);
    }

    internal static async Task<IResult> SignOutAsync(
        Accounts accounts,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        await accounts.EndTokenAsync(BearerHandler.TokenOf(http)!, Caller.Of(http).Account, cancellation);
        return Results.NoContent();
    }

    /// <summary>Ends every token of the account, and gives a new one.</summary>
    internal static async Task<IResult> ChangePasswordAsync(
        ChangePassword request,
        Accounts accounts,
        Passwords passwords,
        SignInAttempts attempts,
        HttpContext http,
        ILogger<Me> logger,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var name = Caller.Of(http).Account;
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return Problem.Busy().ToResult();
        if (!await attempts.TryAsync(name, cancellation))
            return Problem.TooMany("The present password was wrong too often.", SignInAttempts.Block).ToResult();
        var account = (await accounts.FindAsync(name, cancellation))!;
        var isRight = passwords.Fits(account.PasswordHash, request.Current);
        if (isRight)
            await attempts.ForgetAsync(name, cancellation);
        var faults = Faults(request, name, isRight).ToList();
        if (faults.Count > 0)
            return Problem.Refused(faults).ToResult();
        var changed = account with { PasswordHash = passwords.Hash(request.New), MustChangePassword = false };
        if (
            await accounts.TryChangeAsync(account, changed, cancellation) != AccountChange.Done
            || await accounts.GiveTokenAsync(changed, cancellation) is not { } given
        )
            return Problem.LostRace().ToResult();
        LogChanged(logger, name);
        return Results.Json(given, CanonicalJson.Options);
    }

    private static IEnumerable<Rejection> Faults(ChangePassword request, string name, bool isRight)
    {
        if (!isRight)
            yield return new(RejectionKind.Rule, "wrong-password", "current", "The present password is another one.");
        if (request.New == request.Current)
            yield return new(RejectionKind.Rule, "same-password", "new", "The new password is the present one.");
        foreach (var fault in Passwords.Faults(request.New, name, "new"))
            yield return fault;
    }

    [LoggerMessage(LogLevel.Information, "{Account} has changed its password")]
    private static partial void LogChanged(ILogger logger, string account);
}
