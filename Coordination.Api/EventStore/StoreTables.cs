using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Meetings;
using Marten;
using Npgsql;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Coordination.Api.EventStore;

/// <summary>What is kept beside events and views.</summary>
internal static class StoreTables
{
    /// <summary>Which program has a planner's reference: unique per plan and government, whatever the race.</summary>
    internal const string References = $"{StoreSetup.Schema}.program_reference";

    /// <summary>Accepted commands by idempotency key, kept 7 days.</summary>
    internal const string AnsweredRequests = $"{StoreSetup.Schema}.answered_request";

    /// <summary>
    /// The position of each plan's board, written by its projection, and the answer that was last made at that position, for a day.
    /// </summary>
    internal const string BoardAnswers = $"{StoreSetup.Schema}.board_answer";

    /// <summary>The file that an account has had checked last for a plan, until it says what is to become of it, for an hour.</summary>
    internal const string WaitingFiles = $"{StoreSetup.Schema}.waiting_file";

    /// <summary>The chain of digests over the events: a row for each batch, never changed.</summary>
    internal const string EventChain = $"{StoreSetup.Schema}.event_chain";

    internal const string ByPlan = "mt_events_by_plan";
    internal const string ByTime = "mt_events_by_time";
    internal const string OfProvinces = "mt_events_of_provinces";
    internal const string OfMeetings = "mt_events_of_meetings";

    internal static readonly string IsOfAssessment = IsOneOf(EventNames.Of<IAssessmentEvent>());

    internal static readonly string IsOfCoverage = IsOneOf(EventNames.Of<CoverageReported>());

    /// <summary>
    /// An event that affects every plan of a province. The index is on this very text: one more kind of event needs an index of another name.
    /// </summary>
    internal static readonly string IsOfProvince = IsOneOf([
        .. EventNames.Of<IAssessmentEvent>(),
        .. EventNames.Of<CoverageReported>(),
    ]);

    /// <summary>An event of a meeting. The index is on this very text, too.</summary>
    internal static readonly string IsOfMeeting = IsOneOf(EventNames.Of<IMeetingEvent>());

    /// <summary>Its province: the codes of governments and locations begin with it.</summary>
    internal const string Province = "left(coalesce(data->>'government', data->>'location'), 2)";

    internal static void AddTo(StoreOptions options)
    {
        var references = new Table(References);
        references.AddColumn<string>("plan").AsPrimaryKey();
        references.AddColumn<string>("government").AsPrimaryKey();
        references.AddColumn<string>("reference").AsPrimaryKey();
        references.AddColumn<string>("program").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(references);

        var answered = new Table(AnsweredRequests);
        answered.AddColumn<string>("id").AsPrimaryKey();
        answered.AddColumn("body", "bytea").NotNull();
        answered.AddColumn("at", "timestamptz").NotNull();
        answered.AddColumn<string>("stream");
        answered.AddColumn<long>("version");
        answered.AddColumn<int>("status");
        answered.AddColumn("warnings", "jsonb");
        answered.AddColumn("raised", "jsonb");
        options.Storage.ExtendedSchemaObjects.Add(answered);

        var boards = new Table(BoardAnswers);
        boards.AddColumn<string>("plan").AsPrimaryKey();
        boards.AddColumn<long>("position").NotNull();
        boards.AddColumn("body", "bytea").NotNull();
        boards.AddColumn("day", "date");
        options.Storage.ExtendedSchemaObjects.Add(boards);

        AddWaitingFiles(options);
        AddEventChain(options);

        // Made below, because Marten's own model of mt_events has no place for them; unnamed here it would drop them.
        options.Events.IgnoreIndex(ByPlan);
        options.Events.IgnoreIndex(ByTime);
        options.Events.IgnoreIndex(OfProvinces);
        options.Events.IgnoreIndex(OfMeetings);
    }

    private static void AddWaitingFiles(StoreOptions options)
    {
        var files = new Table(WaitingFiles);
        files.AddColumn<string>("account").AsPrimaryKey();
        files.AddColumn<string>("plan").AsPrimaryKey();
        files.AddColumn<string>("digest").NotNull();
        files.AddColumn<string>("name").NotNull();
        files.AddColumn("bytes", "bytea").NotNull();
        files.AddColumn("at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(files);
    }

    private static void AddEventChain(StoreOptions options)
    {
        var chain = new Table(EventChain);
        chain.AddColumn<long>("number").AsPrimaryKey();
        chain.AddColumn<long>("first_position").NotNull();
        chain.AddColumn<long>("last_position").NotNull();
        chain.AddColumn<int>("events").NotNull();
        chain.AddColumn("entries", "bytea").NotNull();
        chain.AddColumn("digest", "bytea").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(chain);
    }

    private static string IsOneOf(IEnumerable<string> names) =>
        $"type in ('{string.Join("', '", names.Order(StringComparer.Ordinal))}')";
}

/// <summary>
/// Makes the indexes that reading needs: a plan's events in order, those of its province and of its meetings, and the position at a moment.
/// And lets nobody wait for the disk who only notes how far the views have come: what is lost in a crash is made again from the events.
/// </summary>
internal sealed class StoreIndexes(NpgsqlDataSource dataSource) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            Missing(StoreTables.ByPlan, "((data->>'plan'), seq_id)")
                + Missing(StoreTables.ByTime, "(timestamp, seq_id)")
                + Missing(
                    StoreTables.OfProvinces,
                    $"(({StoreTables.Province}), seq_id) where {StoreTables.IsOfProvince}"
                )
                + Missing(StoreTables.OfMeetings, $"((data->>'plan'), seq_id) where {StoreTables.IsOfMeeting}")
                + ProgressCommits
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// The daemon notes its marks in transactions of its own, two or three for each page of events; a projection its progress in that of its
    /// page, which is lost and made again as a whole.
    /// </summary>
    private const string ProgressCommits = $"""
        do $do$ begin
            -- Two nodes may start for the first time at once.
            perform pg_advisory_xact_lock(hashtext('{StoreSetup.Schema}.commit_soon'));
            if not exists (select from pg_trigger
                where tgrelid = '{StoreSetup.Schema}.mt_event_progression'::regclass and tgname = 'commit_soon')
            then
                create or replace function {StoreSetup.Schema}.commit_soon() returns trigger language plpgsql as
                    $fn$ begin perform set_config('synchronous_commit', 'off', true); return null; end $fn$;
                create or replace trigger commit_soon before insert or update on {StoreSetup.Schema}.mt_event_progression
                    for each statement execute function {StoreSetup.Schema}.commit_soon();
            end if;
        end $do$;
        """;

    /// <summary>Even one that is there would be waited for by, and would wait for, all who write.</summary>
    private static string Missing(string name, string what) =>
        $"""
            do $do$ begin
                if to_regclass('{StoreSetup.Schema}.{name}') is null then
                    create index if not exists {name} on {StoreSetup.Schema}.mt_events {what};
                end if;
            end $do$;
            """;
}
