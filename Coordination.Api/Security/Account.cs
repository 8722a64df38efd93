using System.Text.RegularExpressions;

namespace Coordination.Api.Security;

/// <summary>Who may sign in with a password here.</summary>
/// <param name="Id">Its name, in lower case.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Roles">What it may do, and where.</param>
/// <param name="PasswordHash">As <see cref="Passwords"/> writes it.</param>
/// <param name="MustChangePassword">Whether somebody else has chosen the password.</param>
/// <param name="IsActive">Whether it may sign in.</param>
internal sealed partial record Account(
    string Id,
    string DisplayName,
    IReadOnlyList<RoleGrant> Roles,
    string PasswordHash,
    bool MustChangePassword,
    bool IsActive = true
)
{
    /// <summary>Who plays the example: nobody can sign in as that.</summary>
    internal const string OfExample = "contoh";

    private static readonly string[] Reserved = [Caller.Anonymous.Account, OfExample];

    internal bool IsAdminOfAll => IsActive && Roles.Any(grant => grant.IsOfAll);

    /// <summary>Whether nobody has changed it meanwhile.</summary>
    internal bool IsSame(Account? other) =>
        other is not null && this with { Roles = [] } == other with { Roles = [] } && Roles.SequenceEqual(other.Roles);

    internal Caller ToCaller() => new(Id, Roles, MustChangePassword);

    internal static string Normalise(string name) => name.Trim().ToLowerInvariant();

    internal static bool IsName(string name) => Form().IsMatch(name) && !IsReserved(name);

    internal static bool IsReserved(string name) => Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[a-z][a-z0-9._@-]{2,63}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
