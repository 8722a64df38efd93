using Coordination.Api.EventChain;
using Coordination.Api.EventStore;
using Coordination.Tests.EmbeddedPostgres;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Tests.EventChain;

/// <summary>The tables of the store in a database of their own, without the service.</summary>
public sealed class ChainDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly string name = $"chain_{Guid.NewGuid():N}";

    internal NpgsqlDataSource DataSource { get; private set; } = null!;

    internal ChainBuilder Builder { get; private set; } = null!;

    internal ChainVerifier Verifier { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        DataSource = NpgsqlDataSource.Create(await cluster.CreateDatabaseAsync(name));
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(DataSource);
            StoreSetup.Configure(options);
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        (Builder, Verifier) = (NewBuilder(), new(DataSource));
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await cluster.DropDatabaseAsync(name);
    }

    internal ChainBuilder NewBuilder() =>
        new(DataSource, new(DataSource, TimeProvider.System), TimeProvider.System, NullLogger<ChainBuilder>.Instance);

    internal Task<NpgsqlConnection> ConnectAsync() => DataSource.OpenConnectionAsync().AsTask();

    /// <summary>Nothing has happened yet.</summary>
    internal Task ResetAsync() =>
        ExecuteAsync(
            """
            truncate coordination.mt_streams cascade;
            truncate coordination.event_chain;
            alter sequence coordination.mt_events_sequence restart;
            """
        );

    internal async Task<int> ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Records events, of which every third stream has no headers and every fifth text is beyond ASCII.</summary>
    internal Task RecordAsync(int events) => ExecuteAsync(RecordSql(events));

    internal static string RecordSql(int events) =>
        $$"""
            with given as (select nextval('coordination.mt_events_sequence') as position from generate_series(1, {{events}})),
            streams as (
                insert into coordination.mt_streams (id, type, version)
                select 's' || position, 'spbe_program', 1 from given returning id)
            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
                mt_dotnet_type, correlation_id, headers, user_name, is_archived)
            select position, gen_random_uuid(), 's' || position, 1,
                jsonb_build_object('percent', (position % 101)::numeric / 4, 'note', repeat(case when position % 5 = 0 then 'é✓' else 'a"' end, 10)),
                'progress_reported', timestamptz '2024-01-01' + position * interval '1 s', '*DEFAULT*',
                'Coordination.Domain.Programs.ProgressReported, Coordination.Domain', 'c' || position,
                case when position % 3 = 0 then null else jsonb_build_object('role', 'planner', 'reason', 'karena') end,
                'tester', false
            from given;
            """;

    internal async Task<Verification> VerifyAsync(ChainHead? head = null) =>
        await Verifier.VerifyAsync(
            head is null ? null : KeptHead.Parse(head.ToString()),
            TestContext.Current.CancellationToken
        );

    internal async Task<ChainHead> ChainAsync() => (await Builder.CatchUpAsync(TestContext.Current.CancellationToken))!;
}
