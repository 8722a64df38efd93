using System.Net;
using Coordination.Api.Http;

namespace Coordination.Api.Security;

/// <summary>Signs in with a password, whoever brings it: every failure looks alike and takes as long, whatever its reason.</summary>
internal sealed partial class SignInDesk(
    Accounts accounts,
    Passwords passwords,
    SignInAttempts attempts,
    ILogger<SignIn> logger
)
{
    internal async Task<(SignedIn? Given, Problem? Problem)> SignInAsync(
        SignIn request,
        TokenUse use,
        IPAddress? address,
        CancellationToken cancellation
    )
    {
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return (null, Problem.Busy());
        if (attempts.PauseOf(address) is { } pause)
            return (null, Problem.TooMany("Too many sign-ins from this address have failed.", pause));

        var name = Account.Normalise(request.User);
        var account = Account.IsName(name) ? await accounts.FindAsync(name, cancellation) : null;
        var isTried = account is not null && await attempts.TryAsync(name, cancellation);
        if (passwords.Fits(account?.PasswordHash, request.Password) && isTried && account!.IsActive)
        {
            await attempts.ForgetAsync(name, cancellation);
            if (await accounts.GiveTokenAsync(account, use, cancellation) is { } given)
            {
                LogSignedIn(logger, name);
                return (given, null);
            }
        }
        attempts.NoteFailure(address);
        LogRefused(logger, account?.Id ?? "an unknown name", address, account is not null && !isTried);
        return (null, Problem.SignInRefused());
    }

    [LoggerMessage(LogLevel.Information, "{Account} has signed in")]
    private static partial void LogSignedIn(ILogger logger, string account);

    [LoggerMessage(LogLevel.Warning, "A sign-in of {Account} from {Address} was refused (blocked: {IsBlocked})")]
    private static partial void LogRefused(ILogger logger, string account, IPAddress? address, bool isBlocked);
}
