using Coordination.Api.EventStore;

namespace Coordination.Api.Security;

/// <summary>Whom an operation is for.</summary>
internal sealed record Right
{
    /// <summary>Everybody, signed in or not.</summary>
    internal static readonly Right Open = new() { IsOpen = true };

    /// <summary>Every account, whatever its roles.</summary>
    internal static readonly Right SignedIn = new();

    /// <summary>The one thing, beside signing out, that an account with a temporary password may do.</summary>
    internal static readonly Right BeforePasswordChange = new() { IsBeforePasswordChange = true };

    /// <summary>Every role; everybody where reading is open to the public.</summary>
    internal static readonly Right Read = new() { Roles = Enum.GetValues<Role>(), IsPublicReading = true };

    /// <summary>Every role, but not the public.</summary>
    internal static readonly Right Ask = new() { Roles = Enum.GetValues<Role>() };

    /// <summary>A role of exactly the government concerned.</summary>
    internal static Right Of(Role role) => new() { Roles = [role], IsOfGovernment = true };

    /// <summary>A role of the government concerned, or of its province.</summary>
    internal static Right InProvince(Role role) => Of(role) with { IsInProvince = true };

    /// <summary>This, or the other.</summary>
    internal Right Or(Right other) => this with { Other = other };

    internal bool IsOpen { get; private init; }

    private Right? Other { get; init; }

    internal bool IsPublicReading { get; private init; }

    internal bool IsBeforePasswordChange { get; private init; }

    /// <summary>Whether the role must cover the government that the operation concerns.</summary>
    internal bool IsOfGovernment { get; private init; }

    internal bool IsInProvince { get; private init; }

    /// <summary>One of these is needed; none when every account will do.</summary>
    internal IReadOnlyList<Role> Roles { get; private init; } = [];

    /// <summary>The caller's role that allows it for all of these governments; of no government, that may allow it at all.</summary>
    internal RoleGrant? GrantOf(Caller caller, IReadOnlyCollection<string?> governments) =>
        caller.Roles.FirstOrDefault(grant =>
            Roles.Contains(grant.Role)
            && (!IsOfGovernment || governments.All(government => grant.Covers(government, IsInProvince)))
        ) ?? Other?.GrantOf(caller, governments);

    /// <summary>Who may, in words.</summary>
    internal string Describe(IReadOnlyCollection<string?> governments) =>
        Other is null ? DescribeOwn(governments) : $"{DescribeOwn(governments)}, or {Other.Describe(governments)}";

    private string DescribeOwn(IReadOnlyCollection<string?> governments)
    {
        var role = Roles is [var only] ? CanonicalJson.NameOf(only) : "any role";
        if (!IsOfGovernment || governments.Count == 0)
            return role;
        var where = string.Join(" and ", governments.Select(code => code ?? "all governments").Distinct());
        return IsInProvince ? $"{role} of {where} or of the province" : $"{role} of {where}";
    }
}
