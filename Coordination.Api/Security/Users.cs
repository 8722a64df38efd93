using System.Text.Json.Serialization;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Reference;

namespace Coordination.Api.Security;

/// <summary>Adds an account.</summary>
/// <param name="Name">3 to 64 lower-case letters, digits or <c>._@-</c>, a letter first; it never changes.</param>
/// <param name="DisplayName">What people call it, 1 to 200 characters.</param>
/// <param name="Roles">At least one.</param>
/// <param name="Password">A temporary password; made here when missing.</param>
internal sealed record AddUser(
    string Name,
    string DisplayName,
    IReadOnlyList<RoleGrant> Roles,
    string? Password = null
);

/// <summary>Says anew what an account is, and ends its tokens.</summary>
/// <param name="DisplayName">What people call it, 1 to 200 characters.</param>
/// <param name="Roles">At least one.</param>
/// <param name="IsActive">Whether it may sign in.</param>
/// <param name="Password">A temporary password, when the present one is to be replaced.</param>
internal sealed record ChangeUser(
    string DisplayName,
    IReadOnlyList<RoleGrant> Roles,
    bool IsActive = true,
    string? Password = null
);

/// <summary>An account as its admin sees it.</summary>
internal sealed record UserView(
    string Name,
    string DisplayName,
    IReadOnlyList<RoleGrant> Roles,
    bool IsActive,
    bool MustChangePassword
)
{
    /// <summary>In the answer to adding it, where its password was made here: it is shown only then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OneTimePassword { get; init; }

    internal static UserView Of(Account account) =>
        new(account.Id, account.DisplayName, account.Roles, account.IsActive, account.MustChangePassword);
}

/// <summary>An account as a row of a table.</summary>
internal sealed record UserRow(
    string Name,
    string DisplayName,
    string Roles,
    string Governments,
    string GovernmentNames,
    bool IsActive,
    bool MustChangePassword
)
{
    internal static UserRow Of(Account account)
    {
        string[] codes = [.. account.Roles.Select(grant => grant.Government).OfType<string>().Distinct()];
        return new(
            account.Id,
            account.DisplayName,
            string.Join("; ", account.Roles),
            string.Join("; ", codes),
            string.Join("; ", codes.Select(code => Government.Find(code)?.Name ?? code)),
            account.IsActive,
            account.MustChangePassword
        );
    }
}

/// <summary>What an account can be.</summary>
internal static class UserRules
{
    private const int LongestDisplayName = 200;
    private const int MostRoles = 50;

    internal static IEnumerable<Rejection> Faults(
        string name,
        string displayName,
        IReadOnlyList<RoleGrant> roles,
        string? password
    )
    {
        if (!Account.IsName(name))
            yield return Fault(
                "name-form",
                "name",
                $"'{name}' is not a name: 3 to 64 lower-case letters, digits or ._@-, a letter first."
            );
        if (
            string.IsNullOrWhiteSpace(displayName)
            || displayName.Length > LongestDisplayName
            || displayName.Any(char.IsControl)
        )
            yield return Fault(
                "display-name",
                "displayName",
                $"'displayName' is 1 to {LongestDisplayName} characters."
            );
        if (roles.Count is 0 or > MostRoles)
            yield return Fault("roles", "roles", $"'roles' names 1 to {MostRoles} roles.");
        foreach (var (index, grant) in roles.Index())
        {
            var field = $"roles[{index}].government";
            if (grant.Government is null && grant.Role != Role.Admin)
                yield return Fault(
                    "government-missing",
                    field,
                    $"A {new Word("role", CanonicalJson.NameOf(grant.Role))} has a government."
                );
            else if (grant.Government is not null && Government.Find(grant.Government) is null)
                yield return Fault("government-unknown", field, $"There is no government '{grant.Government}'.");
        }
        foreach (var fault in password is null ? [] : Passwords.Faults(password, name, "password"))
            yield return fault;
    }

    private static Rejection Fault(string code, string field, Sentence detail) =>
        new(RejectionKind.Rule, code, field, detail);
}
