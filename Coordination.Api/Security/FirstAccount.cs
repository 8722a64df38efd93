using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Coordination.Api.Security;

/// <summary>
/// Makes the account <c>admin</c> where there is none, with the password that the operator has set, or with one that is printed once
/// and has to be changed first of all.
/// </summary>
internal sealed class FirstAccount(
    Accounts accounts,
    Passwords passwords,
    IConfiguration configuration,
    IServer server,
    IHostApplicationLifetime lifetime
) : IHostedService
{
    internal const string Name = "admin";
    internal const string Setting = "COORDINATION_ADMIN_PASSWORD";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(Name, cancellationToken) is not null)
            return;
        var given = configuration[Setting] is { Length: > 0 } set ? set : null;
        if (given is not null && Passwords.Faults(given, Name, Setting).FirstOrDefault() is { } fault)
            throw new SettingException($"{Setting} cannot be the password of '{Name}': {fault.Detail}");
        var password = given ?? Passwords.NewOneTime();
        var account = new Account(
            Name,
            "Administrator",
            [new(Role.Admin)],
            passwords.Hash(password),
            MustChangePassword: given is null
        );
        // Of two nodes that start at once one adds the account, and only that one prints its password.
        if (await accounts.TryAddAsync(account, cancellationToken) && given is null)
            lifetime.ApplicationStarted.Register(() => Print(password));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not through the log, which others read and keep.</summary>
    private void Print(string oneTime)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine(
            $"""

            Sign in at {address}/sign-in as '{Name}' with the one-time password

                {oneTime}

            It is shown only now, and has to be changed before anything else.

            """
        );
    }
}
