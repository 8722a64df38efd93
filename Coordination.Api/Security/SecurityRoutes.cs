using Coordination.Api.Http;

namespace Coordination.Api.Security;

/// <summary>Every request on sign-in and accounts: one row each. With a provider, accounts are the provider's.</summary>
internal static class SecurityRoutes
{
    internal static void MapSecurity(this WebApplication app, SignInMode mode)
    {
        var api = app.MapGroup("/api").WithTags("Sign-in");
        api.MapGet("/me", MeEndpoints.Get).Reads<Me>("getMe", "Shows who one is signed in as");
        if (mode != SignInMode.Local)
            return;
        api.MapPost("/sign-in", SignInEndpoint.PostAsync)
            .Computes<SignedIn>("signIn", "Gives a token for name and password");
        api.MapPost("/sign-out", MeEndpoints.SignOutAsync).Ends("signOut", "Ends the token that it comes with");
        api.MapPost("/me/password", MeEndpoints.ChangePasswordAsync)
            .Decides<SignedIn>("changePassword", "Changes one's password: ends every token and gives a new one");
        MapUsers(app);
    }

    private static void MapUsers(WebApplication app)
    {
        var users = app.MapGroup("/api/users").WithTags("Users");
        users
            .MapGet("", UserEndpoints.ListAsync)
            .Shows<Page<UserView>>("listUsers", "Lists the accounts that one may manage, by name")
            .AlsoAsTable();
        users.MapGet("/{name}", UserEndpoints.GetAsync).Shows<UserView>("getUser", "Shows an account");
        users
            .MapPost("", UserEndpoints.AddAsync)
            .Decides<UserView>(
                "addUser",
                "Adds an account; its password is to be changed first of all",
                StatusCodes.Status201Created
            );
        users
            .MapPut("/{name}", UserEndpoints.ChangeAsync)
            .Decides<UserView>("changeUser", "Says anew what an account is, and ends its tokens");
    }
}
