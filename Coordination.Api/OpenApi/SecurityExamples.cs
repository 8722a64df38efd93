using Coordination.Api.Http;
using Coordination.Api.Security;

namespace Coordination.Api.OpenApi;

/// <summary>Examples of signing in and of accounts.</summary>
internal static class SecurityExamples
{
    private static readonly DateTimeOffset Ends = new(2024, 7, 1, 14, 0, 0, TimeSpan.Zero);
    private static readonly RoleGrant[] Roles = [new(Role.Planner, "19.05"), new(Role.Viewer, "19")];
    private static readonly UserView User = new("siti.bangka-barat", "Siti Aminah", Roles, true, true);

    internal static readonly IReadOnlyList<object> Asked =
    [
        new SignIn(User.Name, "benar kuda baterai staples"),
        new ChangePassword("7k2mqx9d4hv8npwc", "benar kuda baterai staples"),
        new AddUser(User.Name, User.DisplayName, Roles),
        new ChangeUser(User.DisplayName, [new(Role.Planner, "19.05")]),
    ];

    internal static readonly IReadOnlyDictionary<string, object> Answered = new Dictionary<string, object>
    {
        [nameof(SignedIn)] = new SignedIn("pX0c1nB2sVqY7lTzW4uK9eRfJ6hGdA3oM5iN8bCxQwE", Ends, false),
        [nameof(Me)] = new Me(User.Name, Roles),
        [nameof(UserView)] = User with { OneTimePassword = "7k2mqx9d4hv8npwc" },
        ["PageOfUserView"] = new Page<UserView>([User], null),
    };
}
