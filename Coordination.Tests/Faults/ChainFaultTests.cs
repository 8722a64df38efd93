using System.Net.Http.Json;
using System.Text.Json;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>The chain is one, whole and in order, whatever befalls the nodes that make it.</summary>
public sealed class ChainFaultTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task A_service_killed_again_and_again_under_load_leaves_a_chain_that_goes_on()
    {
        var api = await StartApiAsync();
        var load = new KeyedLoad(api.Address);
        var running = load.RunAsync(commands: 800, clients: 8);
        foreach (var reached in new[] { 200, 400, 600 })
        {
            await load.ReachesAsync(reached, running);
            await api.KillAsync();
            await api.StartAsync();
        }
        await running;
        await AssertWholeAsync(api);
    }

    [Fact]
    public async Task Two_nodes_of_which_one_is_killed_make_one_chain()
    {
        var one = await StartAsync(ApiProcess.On(ConnectionString, ("Coordination__OnlyNode", "false")));
        var two = await StartAsync(ApiProcess.On(ConnectionString, ("Coordination__OnlyNode", "false")));
        var load = new KeyedLoad(one.Address, two.Address);
        var running = load.RunAsync(commands: 800, clients: 8);
        await load.ReachesAsync(400, running);
        await one.KillAsync();
        await running;
        await AssertWholeAsync(two);
    }

    private static async Task AssertWholeAsync(ApiProcess api)
    {
        JsonElement found = default;
        var took = await EventuallyAsync(
            async () =>
            {
                found = await api.Client.GetFromJsonAsync<JsonElement>(
                    "/api/audit/verification",
                    TestContext.Current.CancellationToken
                );
                return found.GetProperty("pending").GetInt64() == 0;
            },
            "the chain reaches the last event"
        );
        Assert.True(found.GetProperty("intact").GetBoolean(), $"{found}");
        Assert.InRange(found.GetProperty("events").GetInt64(), 800, long.MaxValue);
        Say(
            $"Chain of {found.GetProperty("events")} events in {found.GetProperty("batches")} batches, whole after {took}."
        );
    }
}
