using Coordination.Api.EventChain;
using Coordination.Api.Http;

namespace Coordination.Api.Audit;

/// <summary>Every request on what was recorded: one row each.</summary>
internal static class AuditRoutes
{
    internal static void AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditDesk>().AddSingleton<AuditReader>();

    internal static void MapAudit(this WebApplication app)
    {
        var audit = app.MapGroup("/api/audit").WithTags("Audit");
        audit
            .MapGet("/events", ListAuditEvents.GetAsync)
            .Shows<Page<AuditEvent>>("listAuditEvents", "Lists what was recorded: who, when, why, old and new")
            .WithDescription(ListAuditEvents.Description)
            .AlsoAsTable();
        audit
            .MapGet("/verification", GetVerification.GetAsync)
            .Computes<Verification>("getVerification", "Holds all events against their chain")
            .WithDescription(GetVerification.Description);
    }
}
