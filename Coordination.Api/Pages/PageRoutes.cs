using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Pages.AuditLog;
using Coordination.Api.Pages.Boards;
using Coordination.Api.Pages.Catalogs;
using Coordination.Api.Pages.Comparisons;
using Coordination.Api.Pages.Deciding;
using Coordination.Api.Pages.Findings;
using Coordination.Api.Pages.Funding;
using Coordination.Api.Pages.Importing;
using Coordination.Api.Pages.Indices;
using Coordination.Api.Pages.MeetingForms;
using Coordination.Api.Pages.Meetings;
using Coordination.Api.Pages.OwnAccount;
using Coordination.Api.Pages.ProgramDetail;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Pages.ProgramList;
using Coordination.Api.Pages.Proposing;
using Coordination.Api.Pages.SealedMinutes;
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
        app.MapViewPages();
        app.MapProgramPages();
        app.MapMeetingPages();
        app.MapAccountPages(mode);
    }

    private static void MapViewPages(this WebApplication app)
    {
        app.MapViews();
        app.MapPage("/audit", "listAuditEvents", AuditRequests.GetAsync);
        app.MapTable("/audit", "listAuditEvents", AuditRequests.GetTableAsync);
        app.MapPage("/audit/verification", "getVerification", AuditRequests.VerifyAsync);
    }

    private static void MapProgramPages(this WebApplication app)
    {
        app.MapPage("/programs", "listPrograms", ProgramListRequests.GetAsync);
        app.MapTable("/programs", "listPrograms", ProgramListRequests.GetTableAsync);
        app.MapPage("/programs/new", "planProgram", ProposalRequests.GetAsync);
        app.MapForm("/programs/new", "planProgram", ProposalRequests.PostAsync);
        app.MapPage("/programs/{id}", "getProgram", ProgramRequests.GetAsync);
        app.MapPage("/programs/{id}/revise", "reviseProgram", RevisionRequests.GetAsync);
        app.MapForm("/programs/{id}/revise", "reviseProgram", RevisionRequests.PostAsync);
        app.MapProgramForms();
        app.MapPage("/catalog", "getCatalog", CatalogRequests.GetAsync);
        app.MapPage("/import", ProposalImport.Operation, ImportRequests.GetAsync);
        app.MapPage("/import/template", "getImportTemplate", ImportRequests.GetTemplate);
        app.MapForm("/import", ProposalImport.Operation, ImportRequests.CheckAsync).TakesFile();
        app.MapForm("/import/commit", ProposalImport.Operation, ImportRequests.CommitAsync);
    }

    private static void MapAccountPages(this WebApplication app, SignInMode mode)
    {
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
        app.MapTable("/users", "listUsers", UserRequests.GetTableAsync);
        app.MapPage("/users/new", "addUser", UserRequests.GetNew);
        app.MapForm("/users/new", "addUser", UserRequests.AddAsync);
        app.MapPage("/users/{name}", "getUser", UserRequests.GetAsync);
        app.MapForm("/users/{name}", "changeUser", UserRequests.ChangeAsync);
    }

    private static void MapMeetingPages(this WebApplication app)
    {
        app.MapPage("/meetings", "listMeetings", MeetingListRequests.GetAsync);
        app.MapTable("/meetings", "listMeetings", MeetingListRequests.GetTableAsync);
        app.MapPage("/meetings.ics", "getCalendar", GetCalendar.GetAsync);
        app.MapPage("/meetings/new", "scheduleMeeting", ScheduleRequests.GetAsync);
        app.MapForm("/meetings/new", "scheduleMeeting", ScheduleRequests.PostAsync);
        app.MapPage("/meetings/{id}", "getMeeting", MeetingRequests.GetAsync);
        app.MapPage("/meetings/{id}/agenda", "changeAgenda", AgendaRequests.GetAsync);
        app.MapForm("/meetings/{id}/agenda", "changeAgenda", AgendaRequests.PostAsync);
        app.MapPage("/meetings/{id}/attendance", "recordAttendance", AttendanceRequests.GetAsync);
        app.MapForm("/meetings/{id}/attendance", "recordAttendance", AttendanceRequests.PostAsync);
        app.MapPage("/meetings/{id}/items/{number}", "getMeeting", ItemRequests.GetAsync);
        app.MapForm("/meetings/{id}/items/{number}", "recordDecision", ItemRequests.PostAsync);
        app.MapPage("/meetings/{id}/decisions", "recordDecision", ItemRequests.GetAsync);
        app.MapForm("/meetings/{id}/decisions", "recordDecision", ItemRequests.PostAsync);
        app.MapMeetingForms();
        app.MapPage("/minutes", "getMinutes", MinutesRequests.GetListAsync);
        app.MapPage("/minutes/{id}", "getMinutes", MinutesRequests.GetAsync);
        app.MapPage("/minutes/{meeting}/sealed", "getSealedMinutes", GetMinutes.GetSealedAsync);
    }

    private static void MapViews(this WebApplication app)
    {
        app.MapPage("/", "getBoard", BoardRequests.GetAsync);
        app.MapTable("/board", "getBoard", BoardRequests.GetTableAsync);
        app.MapPage("/findings", "listFindings", FindingsRequests.GetAsync);
        app.MapTable("/findings", "listFindings", FindingsRequests.GetTableAsync);
        app.MapPage("/findings/{finding}", "listFindings", FindingRequests.GetAsync);
        app.MapForm("/findings/{finding}", "acceptFinding", FindingRequests.AcceptAsync);
        app.MapForm("/findings/{finding}/reopening", "reopenFinding", FindingRequests.ReopenAsync);
        app.MapPage("/funding", "getFunding", FundingRequests.GetAsync);
        app.MapTable("/funding", "getFunding", FundingRequests.GetTableAsync);
        app.MapPage("/compare", "getComparison", ComparisonRequests.GetAsync);
        app.MapTable("/compare", "getComparison", ComparisonRequests.GetTableAsync);
        app.MapPage("/index", "getIndex", IndexRequests.GetAsync);
        app.MapTable("/index", "getIndex", IndexRequests.GetTableAsync);
        // The stream of the API, for the cookie of a page.
        app.MapPage("/changes", "streamChanges", GetChanges.GetAsync).WithMetadata(new StreamMetadata());
    }
}
