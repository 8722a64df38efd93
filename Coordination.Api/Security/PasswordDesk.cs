using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Security;

/// <summary>Chooses a new password.</summary>
/// <param name="Current">The present one.</param>
/// <param name="New">12 to 128 characters of any kind, without the account's name.</param>
internal sealed record ChangePassword(string Current, string New);

/// <summary>Changes a password, whoever brings it: ends every token of the account, and gives a new one.</summary>
internal sealed partial class PasswordDesk(
    Accounts accounts,
    Passwords passwords,
    SignInAttempts attempts,
    ILogger<ChangePassword> logger
)
{
    internal async Task<(SignedIn? Given, Problem? Problem)> ChangeAsync(
        string name,
        ChangePassword request,
        TokenUse use,
        CancellationToken cancellation
    )
    {
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return (null, Problem.Busy());
        if (!await attempts.TryAsync(name, cancellation))
            return (null, Problem.TooMany($"The present password was wrong too often.", SignInAttempts.Block));
        var account = (await accounts.FindAsync(name, cancellation))!;
        var isRight = passwords.Fits(account.PasswordHash, request.Current);
        if (isRight)
            await attempts.ForgetAsync(name, cancellation);
        var faults = Faults(request, name, isRight).ToList();
        if (faults.Count > 0)
            return (null, Problem.Refused(faults));
        var changed = account with { PasswordHash = passwords.Hash(request.New), MustChangePassword = false };
        if (
            await accounts.TryChangeAsync(account, changed, cancellation) != AccountChange.Done
            || await accounts.GiveTokenAsync(changed, use, cancellation) is not { } given
        )
            return (null, Problem.LostRace());
        LogChanged(logger, name);
        return (given, null);
    }

    private static IEnumerable<Rejection> Faults(ChangePassword request, string name, bool isRight)
    {
        if (!isRight)
            yield return new(RejectionKind.Rule, "wrong-password", "current", $"The present password is another one.");
        if (request.New == request.Current)
            yield return new(RejectionKind.Rule, "same-password", "new", $"The new password is the present one.");
        foreach (var fault in Passwords.Faults(request.New, name, "new"))
            yield return fault;
    }

    [LoggerMessage(LogLevel.Information, "{Account} has changed its password")]
    private static partial void LogChanged(ILogger logger, string account);
}
