using System.Diagnostics;
using Coordination.Api.EventStore;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Sessions that keep what a command needs. None is waited for without end.</summary>
public sealed class HeldLocksTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const string Hold = "select from coordination.mt_streams where id = $1 for update";

    private const string Standing = """
        select count(*) from pg_stat_activity
        where datname = current_database() and state = 'active' and wait_event = 'ClientRead' and query not like 'copy%'
        """;

    /// <summary>A turn, a lock, and what a busy machine takes besides.</summary>
    private static readonly TimeSpan Bound = StoreSetup.LongestLockWait + TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_command_on_what_a_transaction_holds_that_does_not_end_is_told_to_come_again()
    {
        var (api, load) = await StartLoadedAsync();
        using var client = new KeyedClient([api.Address], 0, Patience);
        var (held, free) = (load.Acknowledged["1-0-0"].Id, load.Acknowledged["1-1-0"].Id);
        await using var holder = await ConnectAsync();
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(holder, Hold, held);

        var watch = Stopwatch.StartNew();
        var waiting = client.SendAsync(KeyedCommand.Progress("held", held, 90));
        var served = await client.SendAsync(KeyedCommand.Progress("free", free, 90));
        Assert.Equal(AnswerKind.Acknowledged, served.Kind);
        Assert.False(waiting.IsCompleted);
        var refused = await waiting;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
        Assert.Equal(AnswerKind.Unavailable, refused.Kind);
        Assert.Contains("problem:busy", refused.Text, StringComparison.Ordinal);

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        var again = await client.SendAsync(KeyedCommand.Progress("held", held, 90));
        Assert.Equal(AnswerKind.Acknowledged, again.Kind);
        Assert.Equal(
            1,
            await CountAsync("select count(*) from coordination.mt_events where headers->>'idempotencyKey' = 'held'")
        );
    }

    [Fact]
    public async Task A_session_that_stopped_in_the_middle_of_a_batch_is_ended_and_no_other()
    {
        var (api, load) = await StartLoadedAsync();
        using var client = new KeyedClient([api.Address], 0, Patience);
        var program = load.Acknowledged["1-0-0"].Id;
        await using var slow = await ConnectAsync();
        await ExecuteAsync(slow, "create temp table copied (n int)");
        await using var copy = await slow.BeginTextImportAsync(
            "copy copied from stdin",
            TestContext.Current.CancellationToken
        );
        await using var busy = await ConnectAsync();
        var working = ExecuteAsync(
            busy,
            "select txid_current(), pg_sleep($1)",
            StoreSetup.LongestIdle.TotalSeconds * 2
        );

        var address = new NpgsqlConnectionStringBuilder(ConnectionString);
        await using var relay = StoppingRelay.To(address.Host!, address.Port);
        (address.Host, address.Port, address.Pooling, address.SslMode) = (
            "127.0.0.1",
            relay.Port,
            false,
            SslMode.Disable
        );
        await using var stopped = new NpgsqlConnection(address.ConnectionString);
        await stopped.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await stopped.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(stopped, Hold, load.Shared);
        relay.StopInNextBatch();
        var never = ExecuteAsync(stopped, Hold, program);
        await EventuallyAsync(async () => await CountAsync(Standing) == 1, "the session stands in its batch");

        var watch = Stopwatch.StartNew();
        var answered = await client.SendAsync(KeyedCommand.Progress("stopped", program, 90));
        var took = watch.Elapsed;
        Assert.Equal(AnswerKind.Acknowledged, answered.Kind);
        Assert.InRange(took, TimeSpan.Zero, Bound);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => never);
        await working;
        await copy.WriteAsync("1\n");
        await copy.DisposeAsync();
        Assert.Contains("stood still in the middle of a batch", api.Output, StringComparison.Ordinal);
        Say($"A session stopped in its batch: the command that waited for it was acknowledged after {took}.");
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var ledger = new Ledger(ConnectionString);
        return await ledger.CountAsync(sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
