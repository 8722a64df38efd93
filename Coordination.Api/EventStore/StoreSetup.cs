using Coordination.Api.Commands;
using Coordination.Api.Projections;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;
using Weasel.Core;
using Wolverine;
using Wolverine.Marten;

namespace Coordination.Api.EventStore;

/// <summary>Sets up Marten as the store of events and views, and Wolverine to spread projections over the nodes.</summary>
internal static class StoreSetup
{
    /// <summary>Schema of everything that this system keeps.</summary>
    internal const string Schema = "coordination";

    /// <summary>Schema of Wolverine: nodes and messages.</summary>
    internal const string MessageSchema = "wolverine";

    /// <summary>
    /// A node that stands still in the middle of a transaction holds what it has locked, and all others would wait for it. PostgreSQL takes
    /// it back after this time, <see cref="StalledSessions"/> where it stopped within a batch. A transaction idles for milliseconds.
    /// </summary>
    internal static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(5);

    /// <summary>
    /// So long a command waits for a lock: on its key, its stream, its reference. Those of a node that stands still give up, too, and are not
    /// handed one lock after the other.
    /// </summary>
    internal static readonly TimeSpan LongestLockWait = TimeSpan.FromSeconds(10);

    private static readonly string Limits =
        $"-c idle_in_transaction_session_timeout={LongestIdle.TotalSeconds}s -c lock_timeout={LongestLockWait.TotalSeconds}s";

    internal static void AddEventStore(
        this WebApplicationBuilder builder,
        string connectionString,
        bool isOnlyNode,
        Action<WolverineOptions> routeMessages
    )
    {
        builder.Services.AddSingleton(services => new ProjectionWakeup(() =>
            services.GetRequiredService<IDocumentStore>().Storage.Database.Tracker
        ));
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // With the connection, not in each transaction: a statement less for every command.
        connection.Options = $"{connection.Options} {Limits}".Trim();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        builder.Services.AddSingleton(_ => new CommandGate(connection.MaxPoolSize));
        // First of all: what a node that is gone has left locked may stand in the way of the start.
        builder.Services.AddHostedService<StalledSessions>();
        builder
            .Services.AddMarten(services =>
            {
                var options = new StoreOptions();
                Configure(options);
                options.Projections.Wakeup = services.GetRequiredService<ProjectionWakeup>();
                return options;
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .ApplyAllDatabaseChangesOnStartup()
            .IntegrateWithWolverine(integration =>
            {
                integration.MessageStorageSchemaName = MessageSchema;
                integration.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(Program).Assembly;
            // Handlers are registered as objects and not searched for: there is no code to generate and no compiler to carry.
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Discovery.DisableConventionalDiscovery();
            routeMessages(options);
            options.Durability.Mode = isOnlyNode ? DurabilityMode.Solo : DurabilityMode.Balanced;
            // Projections are to run when the first request comes, not seconds later.
            options.Durability.FirstNodeReassignmentExecution = TimeSpan.FromMilliseconds(50);
            options.Durability.FirstHealthCheckExecution = TimeSpan.FromMilliseconds(50);
            options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(10);
            options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(2);
            options.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(3);
            // A message that its node has lost sight of is taken up again; whoever handles it finds what is done already.
            options.Durability.InboxStaleTime = TimeSpan.FromMinutes(5);
        });
        builder.Services.AddHostedService<StoreIndexes>();
        builder.Services.AddHostedService<YoungTables>();
        builder.Services.AddHostedService<AnswerCleanup>();
        builder
            .Services.AddSingleton<ViewsWatch>()
            .AddHostedService(services => services.GetRequiredService<ViewsWatch>());
        builder
            .Services.AddSingleton<DeadMessages>()
            .AddHostedService(services => services.GetRequiredService<DeadMessages>());
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<CommandTurns>();
        builder.Services.AddSingleton<CommandRunner>();
        builder.Services.AddSingleton<ManyStreams>();
        builder.Services.AddSingleton<EventReader>();
        builder.Services.AddSingleton<Positions>();
        builder.Services.AddSingleton<ChangeReader>();
        builder
            .Services.AddSingleton<ChangeFeed>()
            .AddHostedService(services => services.GetRequiredService<ChangeFeed>());
        builder.Services.AddSingleton<PlanStates>();
        builder.Services.AddSingleton<FindingsKeeper>().AddHostedService<FindingsWarmth>();
    }

    internal static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = Schema;
        // AsInteger only keeps the store from adding its own converter: enums are written by the canonical one.
        options.UseSystemTextJsonForSerialization(CanonicalJson.Options, EnumStorage.AsInteger, Casing.CamelCase);
        // No retries within: a batch that fails has ended its transaction, and its second try would hide why. A command is tried again as a
        // whole, a projection is started again by ViewsWatch, a request is told to come again.
        options.ConfigurePolly(_ => { });
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.UseMandatoryStreamTypeDeclaration = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in EventNames.Types)
            options.Events.MapEventType(type, name);
        StoreTables.AddTo(options);
        options.Schema.For<StoredProgram>().Index(program => program.Position).Index(program => program.Program.Plan);
        // Read by SQL of our own, which needs the tables before the projection has written to them.
        options.Schema.For<StoredBoard>();
        options.Schema.For<StoredAssessment>();
        options.Schema.For<StoredCoverage>();

        // A lost race leaves a gap in the sequence; waiting the default 3 s for it would stall every view.
        options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(250);
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.Add(
            new BoardProjection(),
            ProjectionLifecycle.Async,
            BoardProjection.Name,
            projection =>
            {
                projection.DeleteViewTypeOnTeardown<StoredBoard>();
                projection.DeleteViewTypeOnTeardown<StoredProgram>();
                projection.DeleteViewTypeOnTeardown<StoredAssessment>();
                projection.DeleteViewTypeOnTeardown<StoredCoverage>();
                projection.DeleteDataInTableOnTeardown(StoreTables.BoardAnswers);
                // A page of a rebuild touches many plans, and writes each of their boards.
                projection.BatchSize = 5000;
            }
        );
    }
}
