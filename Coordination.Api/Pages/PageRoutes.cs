using Coordination.Api.Pages.AuditLog;
using Coordination.Api.Pages.Boards;
using Coordination.Api.Pages.OwnAccount;
using Coordination.Api.Pages.SigningIn;
using Coordination.Api.Security;

namespace Coordination.Api.Pages;

/// <summary>Every page and every form: one row each, with the operation whose right it needs.</summary>
internal static class PageRoutes
{
    internal static void MapPages(this WebApplication app, SignInMode mode)
    {
        app.MapAssets();
        app.MapPage("/", "getBoard", BoardRequests.GetAsync);
        app.MapPage("/board.csv", "getBoard", BoardRequests.GetTableAsync);
        app.MapPage("/audit", "listAuditEvents", AuditRequests.GetAsync);
        app.MapPage("/audit/verification", "getVerification", AuditRequests.VerifyAsync);
        app.MapForm("/sign-out", "signOut", SignInRequests.SignOutAsync);
        if (mode == SignInMode.Oidc)
        {
            app.MapPage("/sign-in", "signIn", ProviderRequests.Get);
            app.MapPage("/sign-in/provider", "signIn", ProviderRequests.GoAsync);
            app.MapPage("/account", "getMe", AccountRequests.GetOfProvider);
            return;
        }
        app.MapPage("/sign-in", "signIn", SignInRequests.Get);
        app.MapForm("/sign-in", "signIn", SignInRequests.PostAsync);
        app.MapPage("/account", "changePassword", AccountRequests.Get);
        app.MapForm("/account", "changePassword", AccountRequests.PostAsync);
    }
}
