using System.Security.Claims;

namespace Coordination.Api.Security;

/// <summary>Which provider, and how its claims are read.</summary>
/// <param name="Authority">Address of the provider.</param>
/// <param name="ClientId">What this service is called there; without it nobody signs in to pages.</param>
/// <param name="ClientSecret">What it proves that with, where the provider wants more than the code's own proof (PKCE).</param>
/// <param name="Audience">Whom its tokens must be for.</param>
/// <param name="AccountClaim">The claim that names the account; the same person must always have the same.</param>
/// <param name="RolesClaim">The claim that lists roles.</param>
/// <param name="Roles">What each value of it means here; without any, values are <c>planner:19.05</c> themselves.</param>
internal sealed record OidcSettings(
    Uri Authority,
    string? ClientId,
    string? ClientSecret,
    string Audience,
    string AccountClaim,
    string RolesClaim,
    IReadOnlyDictionary<string, IReadOnlyList<RoleGrant>> Roles
)
{
    private const string Section = "Authentication:Oidc";
    private const int LongestAccount = 200;

    internal static OidcSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority))
            throw new SettingException(
                $"{Section}:Authority is the address of the provider, such as https://sso.go.id/realms/spbe."
            );
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            throw new SettingException($"{Section}:Authority must be an https address.");
        if ((section["Audience"] ?? section["ClientId"]) is not { Length: > 0 } audience)
            throw new SettingException($"{Section}:ClientId, or :Audience, says whom the provider's tokens are for.");
        return new(
            authority,
            section["ClientId"],
            section["ClientSecret"],
            audience,
            section["AccountClaim"] ?? "sub",
            section["RolesClaim"] ?? "roles",
            section
                .GetSection("Roles")
                .GetChildren()
                .ToDictionary(entry => entry.Key, ReadGrants, StringComparer.Ordinal)
        );
    }

    /// <summary>Whoever a checked token speaks of, or none when it names no account.</summary>
    internal Caller? CallerOf(ClaimsPrincipal principal)
    {
        var account = principal.FindFirstValue(AccountClaim);
        if (
            account is not { Length: > 0 and <= LongestAccount }
            || account.Any(char.IsControl)
            || Account.IsReserved(account)
        )
            return null;
        return new(account, [.. principal.FindAll(RolesClaim).SelectMany(claim => GrantsOf(claim.Value)).Distinct()]);
    }

    private IReadOnlyList<RoleGrant> GrantsOf(string value)
    {
        if (Roles.Count > 0)
            return Roles.GetValueOrDefault(value, []);
        return RoleGrant.Parse(value) is { } grant ? [grant] : [];
    }

    private static IReadOnlyList<RoleGrant> ReadGrants(IConfigurationSection entry) =>
        [
            .. (entry.Value ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text =>
                    RoleGrant.Parse(text)
                    ?? throw new SettingException($"{entry.Path}: '{text}' is not a role such as planner:19.05.")
                ),
        ];
}
