using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Security;

/// <summary><c>/api/users</c>: accounts, by an admin of all the governments that an account has roles in.</summary>
internal static partial class UserEndpoints
{
    internal static async Task<IResult> ListAsync(
        string? limit,
        string? cursor,
        Accounts accounts,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (page, problem) = PageRequest.Of(http, limit, cursor, "users");
        if (problem is not null)
            return problem.ToResult();
        http.Response.Headers.CacheControl = "no-store";
        var found = (await accounts.AllAsync(cancellation))
            .Where(account =>
                string.CompareOrdinal(account.Id, page!.Cursor?.After) > 0
                && Judge(http, "listUsers", account.Roles) is null
            )
            .Take(page!.Limit + 1)
            .ToList();
        var items = found.Take(page.Limit).ToList();
        var next = found.Count > page.Limit ? new Cursor(items[^1].Id, null, 0, "users").Encode() : null;
        var tag = Answers.TagOf(items.Select(UserView.Of).ToList());
        return Answers.Page(http, items, next, tag, UserView.Of, UserRow.Of);
    }

    internal static async Task<IResult> GetAsync(
        string name,
        Accounts accounts,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!Account.IsName(name) || await accounts.FindAsync(name, cancellation) is not { } account)
            return Unknown(name).ToResult();
        return Judge(http, "getUser", account.Roles) is { } refusal
            ? refusal.ToResult()
            : Answers.Json(http, UserView.Of(account), Answers.TagOf(UserView.Of(account)));
    }

    internal static async Task<IResult> AddAsync(
        AddUser request,
        Accounts accounts,
        Passwords passwords,
        HttpContext http,
        ILogger<Accounts> logger,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Judge(http, "addUser", request.Roles) is { } refusal)
            return refusal.ToResult();
        var faults = UserRules.Faults(request.Name, request.DisplayName, request.Roles, request.Password).ToList();
        if (faults.Count > 0)
            return Problem.Refused(faults).ToResult();
        using var turn = await passwords.EnterAsync(cancellation);
        if (turn is null)
            return Problem.Busy().ToResult();
        var oneTime = request.Password is null ? Passwords.NewOneTime() : null;
        var hash = passwords.Hash(request.Password ?? oneTime!);
        var account = new Account(request.Name, request.DisplayName.Trim(), request.Roles, hash, true);
        if (!await accounts.TryAddAsync(account, cancellation))
            return Problem
                .Refused([new(RejectionKind.Rule, "name-taken", "name", $"There is an account '{account.Id}'.")])
                .ToResult();
        LogAdded(logger, account.Id, account.ToCaller().DescribeRoles(), Caller.Of(http).Account);
        var added = UserView.Of(account) with { OneTimePassword = oneTime };
        http.Response.Headers.Location = $"/api/users/{account.Id}";
        return Results.Json(added, CanonicalJson.Options, statusCode: StatusCodes.Status201Created);
    }

    internal static async Task<IResult> ChangeAsync(
        string name,
        ChangeUser request,
        Accounts accounts,
        Passwords passwords,
        SignInAttempts attempts,
        HttpContext http,
        ILogger<Accounts> logger,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!Account.IsName(name) || await accounts.FindAsync(name, cancellation) is not { } before)
            return Unknown(name).ToResult();
        if (Judge(http, "changeUser", [.. before.Roles, .. request.Roles]) is { } refusal)
            return refusal.ToResult();
        var faults = UserRules.Faults(name, request.DisplayName, request.Roles, request.Password).ToList();
        if (faults.Count > 0)
            return Problem.Refused(faults).ToResult();
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
                return Problem.Busy().ToResult();
            after = after with { PasswordHash = passwords.Hash(password), MustChangePassword = true };
        }
        switch (await accounts.TryChangeAsync(before, after, cancellation))
        {
            case AccountChange.LastAdmin:
                return Problem.Refused([LastAdmin(name)]).ToResult();
            case AccountChange.LostRace:
                return Problem.LostRace().ToResult();
        }
        if (request.Password is not null)
            await attempts.ForgetAsync(name, cancellation);
        LogChanged(logger, name, after.ToCaller().DescribeRoles(), after.IsActive, Caller.Of(http).Account);
        return Results.Json(UserView.Of(after), CanonicalJson.Options);
    }

    private static Problem? Judge(HttpContext http, string operation, IEnumerable<RoleGrant> roles) =>
        Rights.Judge(Caller.Of(http), operation, [.. roles.Select(grant => grant.Government)]).Problem;

    private static Problem Unknown(string name) => Problem.Unknown($"There is no account '{name}'.");

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
