using Coordination.Api.EventStore;
using Coordination.Domain.Reference;

namespace Coordination.Api.Security;

/// <summary>What an account is there for; every role reads.</summary>
internal enum Role
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Perencana: programs, relations, progress, constraints, completion.</summary>
    Planner,

    /// <summary>Funding, realisations, APBN support.</summary>
    BudgetOfficer,

    /// <summary>Plans, reassignment, reopening, coverage.</summary>
    Coordinator,

    /// <summary>Accounts, and nothing else.</summary>
    Admin,
}

/// <summary>A role in a government. It covers exactly that government, by its whole code.</summary>
/// <param name="Role">The role.</param>
/// <param name="Government">Code of the government; only an admin may have none, and is then one of all.</param>
internal sealed record RoleGrant(Role Role, string? Government = null)
{
    /// <summary>Whether it covers a government, or those of its province too where the operation says so.</summary>
    internal bool Covers(string? government, bool inItsProvince) =>
        IsOfAll
        || (
            Government is not null
            && government is not null
            && (Government == government || (inItsProvince && Location.Contains(Government, government)))
        );

    /// <summary>An admin of the whole installation.</summary>
    internal bool IsOfAll => Role == Role.Admin && Government is null;

    /// <summary>Reads <c>planner:19.05</c>; none when it is no role of a government.</summary>
    internal static RoleGrant? Parse(string text)
    {
        var parts = text.Split(':');
        return (RoleNamed(parts[0]), parts) switch
        {
            (Role.Admin, [_]) => new(Role.Admin),
            ({ } role, [_, var code]) when Domain.Reference.Government.Find(code) is not null => new(role, code),
            _ => null,
        };
    }

    /// <summary>The role that is stored under a name, or none.</summary>
    internal static Role? RoleNamed(string? name) =>
        Enum.GetValues<Role>().Where(role => CanonicalJson.NameOf(role) == name).Cast<Role?>().FirstOrDefault();

    public override string ToString() =>
        Government is null ? CanonicalJson.NameOf(Role) : $"{CanonicalJson.NameOf(Role)} of {Government}";
}
