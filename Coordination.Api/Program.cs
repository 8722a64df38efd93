using Coordination.Api.Assessments;
using Coordination.Api.Audit;
using Coordination.Api.Catalog;
using Coordination.Api.Coverage;
using Coordination.Api.EmbeddedPostgres;
using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Api.ExamplePlan;
using Coordination.Api.Funding;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Api.Observability;
using Coordination.Api.OpenApi;
using Coordination.Api.Pages;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Api.Reference;
using Coordination.Api.Security;
using JasperFx;

const string noSample = "--no-sample";

if (args is ["health"])
    return await HealthProbe.RunAsync();

try
{
    var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != noSample)]);
    var signIn = builder.SignInMode();
    await using var database = await Database.OpenAsync(builder.Configuration);
    if (!database.IsPrivate && await DatabaseWait.ForAsync(database.ConnectionString, Console.Error) is { } refusal)
    {
        await Console.Error.WriteLineAsync(refusal);
        return 1;
    }
    var isOnlyNode = builder.Configuration.GetValue("Coordination:OnlyNode", database.IsPrivate);
    var playsExample = builder.Configuration.GetValue("Coordination:Example", database.IsPrivate);

    builder.AddHttp();
    builder.AddTelemetry();
    builder.AddEventStore(database.ConnectionString, isOnlyNode, MeetingHandlers.Route);
    builder.Services.AddEventChain();
    builder.AddSecurity(signIn);
    builder.Services.AddHealth();
    builder.Services.AddApiDescription();
    builder.Services.AddPlans();
    builder.Services.AddPrograms();
    builder.Services.AddAssessments();
    builder.Services.AddCoverage();
    builder.Services.AddHarmonization();
    builder.Services.AddFunding();
    builder.Services.AddCatalog();
    builder.Services.AddMeetings();
    builder.Services.AddAudit();
    builder.Services.AddPages();
    builder.Services.AddExample(playsExample && !args.Contains(noSample));
    database.Watch(builder.Services);

    await using var app = builder.Build();
    app.UseHttp();
    app.UsePages();
    app.UseSecurity();
    app.MapSecurity(signIn);
    app.MapPlans();
    app.MapHarmonization();
    app.MapFunding();
    app.MapMeetings();
    app.MapPrograms();
    app.MapAssessments();
    app.MapCoverage();
    app.MapAudit();
    app.MapReference();
    app.MapCatalog();
    app.MapHealth();
    app.MapApiDescription();
    app.MapPages(signIn);

    if (args is [AdminPassword.Verb])
    {
        Console.WriteLine($"The one-time password is {await AdminPassword.ResetAsync(app.Services)}");
        return 0;
    }
    if (args is [AuditVerb.Noun, .. var asked])
        return await AuditVerb.RunAsync(asked, app.Services);
    // A word first is a command of the store's own tools: projections, db-patch, describe …
    if (args is [var verb, ..] && !verb.StartsWith('-'))
        return await app.RunJasperFxCommands(args);
    await app.RunAsync();
    return database.HasDied ? 1 : 0;
}
catch (Exception refused) when (refused is EmbeddedPostgresException or SettingException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
