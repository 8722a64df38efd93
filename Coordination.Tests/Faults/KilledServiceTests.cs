using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

public sealed class KilledServiceTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task A_service_killed_in_the_middle_of_a_thousand_commands_has_lost_and_doubled_none()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 1_000, clients: 8);
        await load.ReachesAsync(500, running);

        await api.KillAsync();
        await api.StartAsync();
        await running;

        var behind = await CheckAsync(load, api);
        Say($"Service killed: no answer for {load.LongestSilence}, views caught up {behind} after the last.");
    }

    [Fact]
    public async Task A_service_that_is_asked_to_end_finishes_what_it_has_begun()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 400, clients: 8);
        await load.ReachesAsync(200, running);

        Assert.Equal(0, await api.TerminateAsync());
        await api.StartAsync();
        await running;

        await CheckAsync(load, api);
    }

    [Fact]
    public async Task Requests_that_wait_for_the_database_when_the_service_is_asked_to_end_are_still_answered()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        await load.RunAsync(commands: 8, clients: 1);
        var program = load.Shared;

        await using var blocker = await ConnectAsync();
        await using var transaction = await blocker.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table coordination.mt_streams", blocker, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var client = new KeyedClient([api.Address], 0, Patience);
        var waiting = Enumerable
            .Range(0, 8)
            .Select(n => client.SendAsync(KeyedCommand.Progress($"late-{n}", program, n)))
            .ToList();
        await EventuallyAsync(async () => await WaitingAsync() >= waiting.Count, "the commands have begun");
        var ending = api.TerminateAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(0, await ending);
    }

    private async Task<long> WaitingAsync()
    {
        await using var ledger = new Ledger(ConnectionString);
        return await ledger.CountAsync(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        );
    }

    [Fact]
    public async Task Requests_sent_twice_at_once_are_carried_out_once()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address) { Copies = 2 };
        await load.RunAsync(commands: 200, clients: 8);
        await CheckAsync(load, api);
    }

    [Fact]
    public async Task Connections_that_are_cut_under_load_cost_answers_but_no_events()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 400, clients: 8);
        for (var cut = 1; cut <= 6; cut++)
        {
            await load.ReachesAsync(cut * 50, running);
            await ExecuteAsync(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """
            );
        }
        await running;

        var behind = await CheckAsync(load, api);
        Say($"Connections cut: {load.Unavailable} times 503, views caught up {behind} after the last.");
    }
}
