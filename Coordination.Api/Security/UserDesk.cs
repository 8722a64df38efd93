using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Security;

/// <summary>Looks after accounts, for an admin of all the governments that an account has roles in.</summary>
internal sealed partial class UserDesk(
    Accounts accounts,
    Passwords passwords,
    SignInAttempts attempts,
    ILogger<Accounts> logger
)
{
    /// <summary>The accounts that somebody may manage, by name.</summary>
    internal async Task<IEnumerable<Account>> ListAsync(Caller caller, CancellationToken cancellation) =>
        (await accounts.AllAsync(cancellation)).Where(account => Judge(caller, "listUsers", account.Roles) is null);

    internal async Task<(Account? Found, Problem? Problem)> FindAsync(
        string name,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (!Account.IsName(name) || await accounts.FindAsync(name, cancellation) is not { } account)
            return (null, Problem.Unknown($"There is no account '{name}'."));
        return Judge(caller, "getUser", account.Roles) is { } refusal ? (null, refusal) : (account, null);
    }

    internal async Task<(UserView? Added, Problem? Problem)> AddAsync(
        AddUser request,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (Judge(caller, "addUser", request.Roles) is { } refusal)
            return (null, refusal);
        var faults = UserRules.Faults(request.Name, request.DisplayName, request.Roles, request.Password).ToList();
        if (faults.Count > 0)
            return (null, Problem.Refused(faults));
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return (null, Problem.Busy());
        var oneTime = request.Password is null ? Passwords.NewOneTime() : null;
        var hash = passwords.Hash(request.Password ?? oneTime!);
        var account = new Account(request.Name, request.DisplayName.Trim(), request.Roles, hash, true);
        if (!await accounts.TryAddAsync(account, cancellation))
            return (null, Problem.Refused([NameTaken(account.Id)]));
        LogAdded(logger, account.Id, account.ToCaller().DescribeRoles(), caller.Account);
        return (UserView.Of(account) with { OneTimePassword = oneTime }, null);
    }

    internal async Task<(UserView? Changed, Problem? Problem)> ChangeAsync(
        string name,
        ChangeUser request,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var (before, problem) = await FindAsync(name, caller, cancellation);
        if (before is null)
            return (null, problem);
        if (Judge(caller, "changeUser", [.. before.Roles, .. request.Roles]) is { } refusal)
            return (null, refusal);
        var faults = UserRules.Faults(name, request.DisplayName, request.Roles, request.Password).ToList();
        if (faults.Count > 0)
            return (null, Problem.Refused(faults));
        var after = before with
        {
            DisplayName = request.DisplayName.Trim(),
            Roles = request.Roles,
            IsActive = request.IsActive,
        };
        if (request.Password is { } password)
        {
            using var turn = await passwords.EnterAsync(cancellation);
            if (turn is null)
                return (null, Problem.Busy());
            after = after with { PasswordHash = passwords.Hash(password), MustChangePassword = true };
        }
        switch (await accounts.TryChangeAsync(before, after, cancellation))
        {
            case AccountChange.LastAdmin:
                return (null, Problem.Refused([LastAdmin(name)]));
            case AccountChange.LostRace:
                return (null, Problem.LostRace());
        }
        if (request.Password is not null)
            await attempts.ForgetAsync(name, cancellation);
        LogChanged(logger, name, after.ToCaller().DescribeRoles(), after.IsActive, caller.Account);
        return (UserView.Of(after), null);
    }

    private static Problem? Judge(Caller caller, string operation, IEnumerable<RoleGrant> roles) =>
        Rights.Judge(caller, operation, [.. roles.Select(grant => grant.Government)]).Problem;

    private static Rejection NameTaken(string name) =>
        new(RejectionKind.Rule, "name-taken", "name", $"There is an account '{name}'.");

    private static Rejection LastAdmin(string name) =>
        new(
            RejectionKind.Stage,
            "last-admin",
            "roles",
            $"'{name}' is the last active admin of all: name another before this one goes."
        );

    [LoggerMessage(LogLevel.Information, "Account {Account} ({Roles}) was added by {Admin}")]
    private static partial void LogAdded(ILogger logger, string account, string roles, string admin);

    [LoggerMessage(LogLevel.Information, "Account {Account} ({Roles}, active: {IsActive}) was changed by {Admin}")]
    private static partial void LogChanged(ILogger logger, string account, string roles, bool isActive, string admin);
}
