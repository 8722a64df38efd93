using Coordination.Api.EventChain;
using CsCheck;
using Npgsql;

namespace Coordination.Tests.EventChain;

/// <summary>The chain follows the events in order, whatever happens to who makes it.</summary>
public sealed class ChainBuilderTests(ChainDatabase database) : IClassFixture<ChainDatabase>, IAsyncLifetime
{
    private const string Batches = "select count(*) from coordination.event_chain";

    public async ValueTask InitializeAsync() => await database.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_events_there_is_no_head()
    {
        Assert.Null(await database.Builder.CatchUpAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new(true, 0, 0, 0, null, null), await database.VerifyAsync());
    }

    [Fact]
    public async Task Many_events_are_cut_into_batches_of_a_thousand()
    {
        await database.RecordAsync(2_500);
        var head = await database.ChainAsync();
        Assert.Equal((3, 2_500), (head.Batch, head.Position));
        var found = await database.VerifyAsync(head);
        Assert.Equal((true, 3, 2_500), (found.Intact, found.Batches, found.Events));
    }

    [Fact]
    public async Task Catching_up_when_there_is_nothing_new_makes_no_batch()
    {
        await database.RecordAsync(3);
        Assert.Equal(await database.ChainAsync(), await database.ChainAsync());
    }

    [Fact]
    public async Task No_position_is_passed_while_its_event_may_still_be_committed()
    {
        await database.RecordAsync(1);
        await using var slow = await database.ConnectAsync();
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand(ChainDatabase.RecordSql(1), slow, transaction))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await database.RecordAsync(1);

        var waiting = database.Builder.CatchUpAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(0, await database.ReadAsync<long>(Batches));
        // One that began later is not waited for.
        await using var later = await database.ConnectAsync();
        await using var open = await later.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand(ChainDatabase.RecordSql(1), later, open))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, (await waiting)!.Position);
        Assert.Equal(3, (await database.VerifyAsync()).Events);
        Assert.Null(await database.Builder.CatchUpAsync(TestContext.Current.CancellationToken));
        await open.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, (await database.ChainAsync()).Position);
    }

    [Fact]
    public async Task Ten_builders_at_once_make_one_chain()
    {
        var builders = Enumerable.Range(0, 10).Select(_ => database.NewBuilder()).ToList();
        for (var round = 0; round < 10; round++)
        {
            await database.RecordAsync(150);
            var heads = await Task.WhenAll(
                builders.Select(builder => builder.CatchUpAsync(TestContext.Current.CancellationToken))
            );
            Assert.Single(heads.Distinct());
        }
        var found = await database.VerifyAsync();
        Assert.Equal((true, 1_500, 0), (found.Intact, found.Events, found.Pending));
    }

    [Fact]
    public async Task A_batch_whose_maker_was_killed_before_the_commit_is_made_again()
    {
        await database.RecordAsync(5);
        await using var maker = await database.ConnectAsync();
        await using var transaction = await maker.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var store = new ChainStore(maker);
        var entries = await store
            .EventsAsync(0, 3, 3, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        await store.InsertAsync(ChainBatch.After(null, entries), TestContext.Current.CancellationToken);
        await database.ExecuteAsync($"select pg_terminate_backend({maker.ProcessID})");

        Assert.Equal((1, 5), await database.ChainAsync() is var head ? (head.Batch, head.Position) : default);
        Assert.True((await database.VerifyAsync()).Intact);
    }

    /// <summary>Wherever batches begin and end: all fits, and one event changed, removed or inserted is named.</summary>
    [Fact]
    public Task Any_borders_of_batches_name_the_event_that_was_touched() =>
        Gen.Select(Gen.Int[1, 9].Array[1, 8], Gen.Int[0, 2], Gen.Int[0, 999])
            .SampleAsync(
                async (sizes, kind, pick) =>
                {
                    await database.ResetAsync();
                    // Every second position is given out in vain.
                    await database.ExecuteAsync("alter sequence coordination.mt_events_sequence increment 2");
                    foreach (var size in sizes)
                    {
                        await database.RecordAsync(size);
                        await database.ChainAsync();
                    }
                    var found = await database.VerifyAsync();
                    Assert.Equal((true, sizes.Length, sizes.Sum()), (found.Intact, found.Batches, found.Events));

                    var position = (2L * (pick % sizes.Sum())) + 1;
                    var (sql, expected) = kind switch
                    {
                        0 => (
                            $"update coordination.mt_events set user_name = 'x' where seq_id = {position}",
                            (ChainFaultKind.Changed, position)
                        ),
                        1 => (
                            $"delete from coordination.mt_events where seq_id = {position}",
                            (ChainFaultKind.Removed, position)
                        ),
                        _ => (
                            $"""
                            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type)
                            values ({position - 1}, gen_random_uuid(), 's1', 2, '{"{}"}', 'progress_reported')
                            """,
                            (ChainFaultKind.Inserted, position - 1)
                        ),
                    };
                    await database.ExecuteAsync(sql);
                    found = await database.VerifyAsync();
                    Assert.Equal(expected, (found.FirstFault!.Kind, found.FirstFault.Position));
                    Assert.Equal(pick % sizes.Sum(), found.Events);
                    await database.ExecuteAsync("alter sequence coordination.mt_events_sequence increment 1");
                },
                iter: 60,
                threads: 1
            );
}
