using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Those who watch a plan while nodes end, are killed, and come back.</summary>
public sealed class WatchersTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const string Changes = "/api/plans/19-2024/changes";

    [Fact]
    public async Task Of_two_nodes_one_is_killed_and_who_watched_it_misses_nothing_at_the_other()
    {
        var (one, two) = (await StartNodeAsync(), await StartNodeAsync());
        var load = new KeyedLoad(one.Address, two.Address);
        var running = load.RunAsync(commands: 400, clients: 4);
        await load.ReachesAsync(20, running);
        var got = new List<long>();
        // From one node to the other and back, while both take commands.
        for (var until = 60; until <= 240; until += 60)
            await WatchAsync(until % 120 == 0 ? two : one, got, () => got.Count < until);
        await running;
        Assert.Empty(load.Unexpected);
        await one.KillAsync();
        // The other one may have to take the projection over first: the reconnect comes while the views are behind.
        var expected = await ExpectedAsync();
        await WatchAsync(two, got, () => got.Count < expected.Count);
        Assert.Equal(expected, got);
    }

    [Fact]
    public async Task A_service_that_is_asked_to_end_ends_its_streams_at_once()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        await load.RunAsync(commands: 40, clients: 4);
        await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes, from: 0);
        Assert.NotNull(await stream.NextAsync());
        var ending = api.TerminateAsync();
        while (await stream.NextAsync() is not null) { }
        Assert.Equal(0, await ending.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_from_where_it_was()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        await load.RunAsync(commands: 100, clients: 4);
        var got = new List<long>();
        await WatchAsync(api, got, () => got.Count < 50);
        await api.KillAsync();
        await api.StartAsync();
        await load.RunAsync(commands: 100, clients: 4);
        var expected = await ExpectedAsync();
        await WatchAsync(api, got, () => got.Count < expected.Count);
        Assert.Equal(expected, got);
    }

    private Task<ApiProcess> StartNodeAsync() =>
        StartAsync(ApiProcess.On(ConnectionString, ("Coordination__OnlyNode", "false")));

    /// <summary>Goes on after what it has, for as long as is wanted.</summary>
    private static async Task WatchAsync(ApiProcess api, List<long> got, Func<bool> goesOn)
    {
        var last = got.Count == 0 ? 0 : got[^1];
        await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes, last);
        do got.Add((await stream.NextAsync())!.Position);
        while (goesOn());
    }

    private async Task<List<long>> ExpectedAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(
            "select seq_id from coordination.mt_events where data->>'plan' = '19-2024' order by seq_id",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var positions = new List<long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            positions.Add(reader.GetInt64(0));
        return positions;
    }
}
