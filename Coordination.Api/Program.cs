using Coordination.Api.EventStore;
using Coordination.Api.ExamplePlan;
using Coordination.Api.Harmonization;
using Coordination.Api.Http;
using Coordination.Api.Plans;
using Coordination.Api.Programs;
using Coordination.Api.Reference;
using JasperFx;

var builder = WebApplication.CreateBuilder(args);
builder.AddHttp();
builder.AddEventStore(builder.Configuration.GetConnectionString("coordination")!, isOnlyNode: true);
builder.Services.AddHealth();
builder.Services.AddSingleton<ProgramDesk>();
builder.Services.AddSingleton<PlanDesk>();
builder.Services.AddSingleton<DeferredPrograms>();
builder.Services.AddSingleton<BoardReader>();

builder.Services.AddHostedService<StoreIndexes>();
builder.Services.AddHostedService<ExamplePlayer>();

var app = builder.Build();
app.UseHttp();
app.MapPlans();
app.MapHarmonization();
app.MapPrograms();
app.MapReference();
app.MapHealth();
app.MapApiDescription();
await app.RunAsync();
