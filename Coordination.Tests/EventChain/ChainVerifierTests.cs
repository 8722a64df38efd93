using Coordination.Api.EventChain;

namespace Coordination.Tests.EventChain;

/// <summary>Whoever changes the events table by SQL is found, and the first event concerned is named.</summary>
public sealed class ChainVerifierTests(ChainDatabase database) : IClassFixture<ChainDatabase>, IAsyncLifetime
{
    private ChainHead head = null!;

    /// <summary>25 events in batches of 10, 1, 13 and 1, with gaps below 12 and 13, and at the end.</summary>
    public async ValueTask InitializeAsync()
    {
        await database.ResetAsync();
        await database.RecordAsync(10);
        await database.ChainAsync();
        await LoseAsync();
        await database.RecordAsync(1);
        await database.ChainAsync();
        await LoseAsync();
        await database.RecordAsync(13);
        await database.ChainAsync();
        await database.RecordAsync(1);
        await LoseAsync();
        head = await database.ChainAsync();
        Assert.Equal((4, 27), (head.Batch, head.Position));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_nobody_has_touched_fits_and_so_does_every_head_of_the_past()
    {
        var found = await database.VerifyAsync(head);
        Assert.Equal(
            (true, 4, 25, 0, null),
            (found.Intact, found.Batches, found.Events, found.Pending, found.FirstFault)
        );
        Assert.Equal(head, found.Head);

        await database.RecordAsync(2);
        Assert.Equal(2, (await database.VerifyAsync(head)).Pending);
        await database.ChainAsync();
        Assert.True((await database.VerifyAsync(head)).Intact);
    }

    /// <summary>A column that a later version of the store adds makes this fail, and wants its place in the digest.</summary>
    [Fact]
    public async Task A_change_of_any_column_of_an_event_is_found()
    {
        var columns = await database.ReadAsync<string[]>(
            """
            select array_agg(column_name || ' ' || data_type order by ordinal_position) from information_schema.columns
            where table_schema = 'coordination' and table_name = 'mt_events' and column_name <> 'seq_id'
            """
        );
        Assert.Equal(13, columns.Length);
        foreach (var (column, type) in columns.Select(text => (text.Split(' ')[0], text[(text.IndexOf(' ') + 1)..])))
        {
            var other = type switch
            {
                "uuid" => "gen_random_uuid()",
                "bigint" => $"{column} + 1",
                "jsonb" => $"coalesce({column}, '{{}}') || '{{\"more\": 1}}'",
                "bytea" => @"'\x00'",
                "boolean" => $"not {column}",
                _ when column == "timestamp" => "timestamp + interval '1 microsecond'",
                _ when column == "stream_id" => "'s18'",
                _ => $"{column} || ' '",
            };
            await TamperAsync(
                $"update coordination.mt_events set version = 3 where stream_id = 's18';"
                    + $"update coordination.mt_events set \"{column}\" = {other} where seq_id = 7",
                // The other row that makes room for the change comes later and so is not the first.
                found => AssertFault(found, ChainFaultKind.Changed, 7, batch: 1)
            );
        }
    }

    [Theory]
    [InlineData("data = jsonb_set(data, '{percent}', '1.750')")]
    [InlineData("user_name = null")]
    [InlineData("headers = '{}'")]
    [InlineData("is_archived = null")]
    [InlineData("timestamp = 'infinity'")]
    [InlineData("bdata = ''")]
    [InlineData("type = type || mt_dotnet_type, mt_dotnet_type = ''")]
    public async Task Even_a_change_that_looks_the_same_is_found(string change) =>
        await TamperAsync(
            $"update coordination.mt_events set {change} where seq_id = 7",
            found => AssertFault(found, ChainFaultKind.Changed, 7, batch: 1)
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(12, 2)]
    [InlineData(20, 3)]
    [InlineData(27, 4)]
    public async Task A_removed_event_is_named(long position, long batch) =>
        await TamperAsync(
            $"delete from coordination.mt_events where seq_id = {position}",
            found => AssertFault(found, ChainFaultKind.Removed, position, batch)
        );

    /// <summary>Before the first, in the gap between two batches.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(11, 2)]
    [InlineData(13, 3)]
    public async Task An_inserted_event_is_named(long position, long batch) =>
        await TamperAsync(
            $"""
            insert into coordination.mt_events (seq_id, id, stream_id, version, data, type)
            select {position}, gen_random_uuid(), 's5', 2, data, type from coordination.mt_events where seq_id = 5
            """,
            found =>
            {
                AssertFault(found, ChainFaultKind.Inserted, position, batch);
                Assert.Equal(("s5", 2, "progress_reported"), (found.Stream, found.Version!.Value, found.Event));
            }
        );

    [Fact]
    public async Task Two_events_that_have_changed_places_are_named_as_moved() =>
        await TamperAsync(
            """
            update coordination.mt_events set seq_id = -seq_id where seq_id in (8, 21);
            update coordination.mt_events set seq_id = case seq_id when -8 then 21 else 8 end where seq_id < 0;
            """,
            found =>
            {
                AssertFault(found, ChainFaultKind.Moved, 8, batch: 1);
                Assert.Equal((21, "s21"), (found.RecordedAt!.Value, found.Stream));
            }
        );

    [Fact]
    public async Task Two_events_that_have_changed_their_data_are_named_as_changed() =>
        await TamperAsync(
            """
            update coordination.mt_events event set data = other.data from coordination.mt_events other
            where (event.seq_id, other.seq_id) in ((8, 21), (21, 8))
            """,
            found => AssertFault(found, ChainFaultKind.Changed, 8, batch: 1)
        );

    [Fact]
    public async Task An_event_that_was_moved_into_a_gap_is_missed_where_it_was_or_found_where_it_is()
    {
        await TamperAsync(
            "update coordination.mt_events set seq_id = 11 where seq_id = 3",
            found => AssertFault(found, ChainFaultKind.Removed, 3, batch: 1)
        );
        await TamperAsync(
            "update coordination.mt_events set seq_id = 11 where seq_id = 24",
            found => AssertFault(found, ChainFaultKind.Moved, 11, batch: 2)
        );
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_with_its_chain_is_found_against_the_head_alone()
    {
        const string cut = """
            delete from coordination.mt_events where seq_id > 12;
            delete from coordination.event_chain where number > 2;
            """;
        await database.ExecuteAsync(cut);
        Assert.True((await database.VerifyAsync()).Intact);
        var fault = (await database.VerifyAsync(head)).FirstFault!;
        AssertFault(fault, ChainFaultKind.CutOff, position: 12, batch: 4);

        // What is recorded and chained from now on cannot take the place of what was there.
        for (var batch = 3; batch <= 4; batch++)
        {
            await database.RecordAsync(1);
            await database.ChainAsync();
        }
        Assert.True((await database.VerifyAsync()).Intact);
        fault = (await database.VerifyAsync(head)).FirstFault!;
        Assert.Equal(ChainFaultKind.Rewritten, fault.Kind);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_without_its_chain_is_found_without_a_head() =>
        await TamperAsync(
            "delete from coordination.mt_events where seq_id > 12",
            found => AssertFault(found, ChainFaultKind.Removed, 14, batch: 3)
        );

    [Fact]
    public async Task Events_and_chain_written_anew_are_found_against_the_head_alone()
    {
        await database.ExecuteAsync(
            """
            update coordination.mt_events set user_name = 'another' where seq_id = 7;
            truncate coordination.event_chain;
            """
        );
        await database.ChainAsync();
        Assert.True((await database.VerifyAsync()).Intact);
        var late = new KeptHead(1, head.Digest);
        var found = await database.Verifier.VerifyAsync(late, TestContext.Current.CancellationToken);
        Assert.Equal(ChainFaultKind.Rewritten, found.FirstFault!.Kind);
    }

    [Theory]
    [InlineData("delete from coordination.event_chain where number = 1", 2, 0)]
    [InlineData("delete from coordination.event_chain where number = 2", 3, 10)]
    [InlineData("update coordination.event_chain set digest = sha256('') where number = 3", 3, 12)]
    [InlineData(
        "update coordination.event_chain set entries = set_byte(entries, 30, 1 # get_byte(entries, 30)) where number = 3",
        3,
        12
    )]
    [InlineData("update coordination.event_chain set events = 12 where number = 3", 3, 12)]
    [InlineData("update coordination.event_chain set first_position = 13 where number = 3", 3, 12)]
    [InlineData("update coordination.event_chain set last_position = 27 where number = 3", 3, 12)]
    [InlineData("update coordination.event_chain set number = -number where number = 1", -1, 0)]
    public async Task A_chain_that_was_touched_itself_is_named(string sql, long batch, long position) =>
        await TamperAsync(sql, found => AssertFault(found, ChainFaultKind.ChainDamaged, position, batch));

    [Fact]
    public async Task An_event_before_the_damage_of_the_chain_is_named_first() =>
        await TamperAsync(
            """
            delete from coordination.event_chain where number = 3;
            update coordination.mt_events set user_name = 'another' where seq_id = 12;
            """,
            found => AssertFault(found, ChainFaultKind.Changed, 12, batch: 2)
        );

    private static void AssertFault(ChainFault fault, ChainFaultKind kind, long position, long batch) =>
        Assert.Equal((kind, position, batch), (fault.Kind, fault.Position, fault.Batch));

    /// <summary>A position that is given out and never used.</summary>
    private Task<int> LoseAsync() => database.ExecuteAsync("select nextval('coordination.mt_events_sequence')");

    private async Task TamperAsync(string sql, Action<ChainFault> assert)
    {
        await database.ExecuteAsync(
            """
            drop table if exists events_before; create table events_before as table coordination.mt_events;
            drop table if exists chain_before; create table chain_before as table coordination.event_chain;
            """
        );
        await database.ExecuteAsync(sql);
        var found = await database.VerifyAsync();
        Assert.False(found.Intact, sql);
        assert(found.FirstFault!);
        await database.ExecuteAsync(
            """
            delete from coordination.mt_events; insert into coordination.mt_events select * from events_before;
            delete from coordination.event_chain; insert into coordination.event_chain select * from chain_before;
            """
        );
        Assert.True((await database.VerifyAsync(head)).Intact);
    }
}
