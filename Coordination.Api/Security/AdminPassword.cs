namespace Coordination.Api.Security;

/// <summary>
/// <c>Coordination.Api admin-password</c>: gives the first account a new one-time password, makes it active and an admin of all again. For
/// whoever has the configuration and the database, and so everything already, when nobody can sign in as an admin any more.
/// </summary>
internal static class AdminPassword
{
    internal const string Verb = "admin-password";

    /// <summary>The new one-time password.</summary>
    internal static async Task<string> ResetAsync(IServiceProvider services)
    {
        if (services.GetService<Accounts>() is not { } accounts)
            throw new SettingException("There are no accounts here: Authentication:Mode is 'oidc'.");
        if (await accounts.FindAsync(FirstAccount.Name, CancellationToken.None) is not { } admin)
            throw new SettingException($"There is no account '{FirstAccount.Name}' yet: the first start makes it.");
        var oneTime = Passwords.NewOneTime();
        var reset = admin with
        {
            Roles = [.. admin.Roles.Where(grant => !grant.IsOfAll), new(Role.Admin)],
            PasswordHash = services.GetRequiredService<Passwords>().Hash(oneTime),
            MustChangePassword = true,
            IsActive = true,
        };
        await accounts.TryChangeAsync(admin, reset, CancellationToken.None);
        await services.GetRequiredService<SignInAttempts>().ForgetAsync(admin.Id, CancellationToken.None);
        return oneTime;
    }
}
