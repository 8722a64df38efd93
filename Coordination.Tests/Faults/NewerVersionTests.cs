using System.Net;
using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>A node of a newer version works on the same database, and records what this one does not know yet.</summary>
public sealed class NewerVersionTests(TestCluster cluster) : SharedServerTests(cluster)
{
    [Fact]
    public async Task A_program_with_an_event_of_a_newer_version_is_left_alone_and_all_others_go_on()
    {
        var (api, load) = await StartLoadedAsync();
        var program = load.Acknowledged["1-0-0"].Id;
        await using var connection = await ConnectAsync();
        var newer = await AppendAsync(connection, program, "program_reimagined", """{"plan":"19-2024","how":"anew"}""");

        using var client = new KeyedClient([api.Address], 0, Patience);
        var refused = await client.SendAsync(KeyedCommand.Progress("on-newer", program, 50));
        Assert.Equal(AnswerKind.Unavailable, refused.Kind);
        Assert.Contains("problem:newer-version", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"Event {newer} ('program_reimagined'", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await api.StatusAsync($"/api/programs/{program}"));
        await load.RunAsync(commands: 40, clients: 2);
        Assert.Empty(load.Unexpected);

        // Its views wait for a node that knows the event, and say at which one.
        await EventuallyAsync(async () => !await api.IsReadyAsync(), "the service is not ready");
        Assert.Contains($"{newer}", await api.ReadinessAsync(), StringComparison.Ordinal);

        await ExecuteAsync($"delete from coordination.mt_events where seq_id = {newer}");
        await ExecuteAsync($"update coordination.mt_streams set version = version - 1 where id = '{program}'");
        await EventuallyAsync(api.IsReadyAsync, "the service is ready again");
        await CheckAsync(load, api);
    }
}
