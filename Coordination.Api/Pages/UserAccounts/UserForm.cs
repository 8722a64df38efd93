using Coordination.Api.EventStore;
using Coordination.Api.Security;
using Microsoft.Extensions.Primitives;

namespace Coordination.Api.Pages.UserAccounts;

/// <summary>What is typed into the form of an account, as it was typed.</summary>
/// <param name="Name">What it signs in with.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Roles">The rows that are filled in.</param>
/// <param name="IsActive">Whether it may sign in.</param>
/// <param name="WantsPassword">Whether its password is to be replaced.</param>
public sealed record UserForm(
    string Name,
    string DisplayName,
    IReadOnlyList<UserFormRole> Roles,
    bool IsActive = true,
    bool WantsPassword = false
)
{
    private const int MostRows = 60;

    internal static readonly UserForm Empty = new("", "", []);

    internal static UserForm Of(Account account) =>
        new(
            account.Id,
            account.DisplayName,
            [
                .. account.Roles.Select(grant => new UserFormRole(
                    CanonicalJson.NameOf(grant.Role),
                    grant.Government ?? ""
                )),
            ],
            account.IsActive
        );

    /// <summary>The form as it was sent; rows that were left empty are none.</summary>
    internal static UserForm Read(IFormCollection form) =>
        new(
            $"{form["name"]}".Trim(),
            $"{form["displayName"]}".Trim(),
            [
                .. Enumerable
                    .Range(0, MostRows)
                    .Select(row => new UserFormRole(
                        $"{form[$"roles[{row}].role"]}",
                        $"{form[$"roles[{row}].government"]}"
                    ))
                    .Where(role => role != new UserFormRole("", "")),
            ],
            !StringValues.IsNullOrEmpty(form["isActive"]),
            !StringValues.IsNullOrEmpty(form["password"])
        );

    /// <summary>The roles that are chosen; what is none of the choices is wrong.</summary>
    internal IReadOnlyList<RoleGrant> Grants(Language language, List<FieldError> errors)
    {
        var grants = new List<RoleGrant>();
        foreach (var (row, typed) in Roles.Index())
            if (RoleGrant.RoleNamed(typed.Role) is { } role)
                grants.Add(new(role, typed.Government.Length == 0 ? null : typed.Government));
            else
                errors.Add(new($"roles[{row}].role", language["error.missing"]));
        return grants;
    }
}

/// <summary>A row of the form: a role and its government.</summary>
/// <param name="Role">As JSON names it.</param>
/// <param name="Government">Its code; empty is all.</param>
public sealed record UserFormRole(string Role, string Government);
