using System.Diagnostics;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

public sealed class TwoNodesTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task Of_two_nodes_in_the_middle_of_a_thousand_commands_one_is_killed_and_the_other_goes_on()
    {
        var (one, two) = (await StartNodeAsync("one"), await StartNodeAsync("two"));
        var load = new KeyedLoad(one.Address, two.Address);
        var running = load.RunAsync(commands: 1_000, clients: 8);
        await load.ReachesAsync(450, running);

        var (projecting, other) = await ProjectingNodeAsync() == "one" ? (one, two) : (two, one);
        await projecting.KillAsync();
        var watch = Stopwatch.StartNew();
        await running;
        var took = watch.Elapsed;

        took += await CheckAsync(load, other);
        Say($"Node killed: no answer for {load.LongestSilence}, views caught up {took} after the kill.");
    }

    [Fact]
    public async Task A_node_that_stood_still_and_comes_back_does_no_harm()
    {
        var (one, two) = (await StartNodeAsync("one"), await StartNodeAsync("two"));
        var load = new KeyedLoad(one.Address, two.Address) { AnswerTime = TimeSpan.FromSeconds(3) };
        var running = load.RunAsync(commands: 400, clients: 8);
        await load.ReachesAsync(150, running);

        var (projecting, other) = await ProjectingNodeAsync() == "one" ? (one, two) : (two, one);
        projecting.Pause();
        await running;
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        projecting.Resume();

        var behind = await CheckAsync(load, other);
        await EventuallyAsync(projecting.IsReadyAsync, "the node that stood still is ready again");
        Say(
            $"Node paused, clients wait 3 s: no answer for {load.LongestSilence}, views caught up {behind} after it came back."
        );
    }

    /// <summary>One of several nodes, which share the projections out among them.</summary>
    private Task<ApiProcess> StartNodeAsync(string name) =>
        StartAsync(ApiProcess.On($"{ConnectionString};Application Name={name}", ("Coordination__OnlyNode", "false")));

    /// <summary>The node that runs the projection: nobody else asks for stored boards without their answers.</summary>
    private async Task<string?> ProjectingNodeAsync()
    {
        string? name = null;
        await EventuallyAsync(
            async () =>
            {
                await using var connection = await ConnectAsync();
                await using var command = new NpgsqlCommand(
                    """
                    select application_name from pg_stat_activity
                    where datname = current_database() and application_name in ('one', 'two')
                        and query like '%_storedboard%' and query not like '%board_answer%'
                    """,
                    connection
                );
                name = (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
                return name is not null;
            },
            "a node projects"
        );
        return name;
    }
}
