using System.Security.Claims;

namespace Coordination.Api.Security;

/// <summary>Who asks.</summary>
/// <param name="Account">Name of the account, or <c>anonymous</c>.</param>
/// <param name="Roles">What it may do, and where.</param>
/// <param name="MustChangePassword">Whether its password is a temporary one: until it is changed nothing else is allowed.</param>
internal sealed record Caller(string Account, IReadOnlyList<RoleGrant> Roles, bool MustChangePassword = false)
{
    /// <summary>Nobody has signed in.</summary>
    internal static readonly Caller Anonymous = new("anonymous", []);

    internal bool IsSignedIn => !ReferenceEquals(this, Anonymous);

    /// <summary>Whoever sent the request.</summary>
    internal static Caller Of(HttpContext http) => (http.User.Identity as CallerIdentity)?.Caller ?? Anonymous;

    /// <summary>The caller as the framework carries it through a request.</summary>
    internal ClaimsPrincipal ToPrincipal() => new(new CallerIdentity(this));

    internal string DescribeRoles() => Roles.Count == 0 ? "without a role" : string.Join(", ", Roles);

    private sealed class CallerIdentity(Caller caller)
        : ClaimsIdentity([new Claim(DefaultNameClaimType, caller.Account)], SecuritySetup.Scheme)
    {
        internal Caller Caller { get; } = caller;
    }
}
