using Coordination.Api.Pages.AuditLog;
using Coordination.Api.Pages.Boards;
using Coordination.Api.Pages.Catalogs;
using Coordination.Api.Pages.Importing;
using Coordination.Api.Pages.OwnAccount;
using Coordination.Api.Pages.ProgramDetail;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Pages.ProgramList;
using Coordination.Api.Pages.Proposing;
using Coordination.Api.Pages.SigningIn;
using Coordination.Api.Pages.UserAccounts;
using Coordination.Api.Programs;
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
        app.MapPage("/programs", "listPrograms", ProgramListRequests.GetAsync);
        app.MapPage("/programs.csv", "listPrograms", ProgramListRequests.GetTableAsync);
        app.MapPage("/programs.xlsx", "listPrograms", ProgramListRequests.GetTableAsync);
        app.MapPage("/programs/new", "planProgram", ProposalRequests.GetAsync);
        app.MapForm("/programs/new", "planProgram", ProposalRequests.PostAsync);
        app.MapPage("/programs/{id}", "getProgram", ProgramRequests.GetAsync);
        app.MapPage("/programs/{id}/revise", "reviseProgram", RevisionRequests.GetAsync);
        app.MapForm("/programs/{id}/revise", "reviseProgram", RevisionRequests.PostAsync);
        app.MapProgramForms();
        app.MapPage("/board.xlsx", "getBoard", BoardRequests.GetTableAsync);
        app.MapPage("/catalog", "getCatalog", CatalogRequests.GetAsync);
        app.MapPage("/import", ProposalImport.Operation, ImportRequests.GetAsync);
        app.MapPage("/import/template", "getImportTemplate", ImportRequests.GetTemplate);
        app.MapForm("/import", ProposalImport.Operation, ImportRequests.CheckAsync).TakesFile();
        app.MapForm("/import/commit", ProposalImport.Operation, ImportRequests.CommitAsync);
        app.MapPage("/audit", "listAuditEvents", AuditRequests.GetAsync);
        app.MapPage("/audit.csv", "listAuditEvents", AuditRequests.GetTableAsync);
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
        app.MapPage("/users", "listUsers", UserRequests.ListAsync);
        app.MapPage("/users.csv", "listUsers", UserRequests.GetTableAsync);
        app.MapPage("/users/new", "addUser", UserRequests.GetNew);
        app.MapForm("/users/new", "addUser", UserRequests.AddAsync);
        app.MapPage("/users/{name}", "getUser", UserRequests.GetAsync);
        app.MapForm("/users/{name}", "changeUser", UserRequests.ChangeAsync);
    }
}
