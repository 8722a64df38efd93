using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Faults;

/// <summary>Views skip no event: they wait for one that comes late, and stop, loudly, at one that they cannot take.</summary>
public sealed class ProjectionFaultTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const string Progress =
        """{"plan":"19-2024","government":"19.05","percent":77,"asOf":"2024-05-02","output":null,"note":null,"evidence":null}""";

    /// <summary>A funding line of a program that was never planned, and one at a stage that there is not.</summary>
    public static TheoryData<string> Poison => [Funding("allocated"), Funding("dreamt-of")];

    [Fact]
    public async Task An_event_committed_long_after_its_position_was_given_out_is_in_the_views()
    {
        var (api, load) = await StartLoadedAsync();
        await using var late = await ConnectAsync();
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AppendAsync(late, load.Acknowledged["1-0-0"].Id, "progress_reported", Progress);

        await load.RunAsync(commands: 40, clients: 2);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await CheckAsync(load, api);
    }

    [Theory]
    [MemberData(nameof(Poison))]
    public async Task At_an_event_that_cannot_be_projected_the_views_stop_and_say_so_and_go_on_once_it_is_mended(
        string data
    )
    {
        var (api, load) = await StartLoadedAsync();
        await using var connection = await ConnectAsync();
        var poison = await AppendAsync(connection, "19.05-2024-00000", "program_budgeted", data);

        var noticed = await EventuallyAsync(async () => !await api.IsReadyAsync(), "the service is not ready");
        await load.RunAsync(commands: 40, clients: 2);
        Assert.Contains($"event {poison} ", await api.ReadinessAsync(), StringComparison.Ordinal);
        await LogsAsync(api, "The views do not follow the events");
        await using (var ledger = new Ledger(ConnectionString))
        {
            Assert.Equal(poison - 1, await ledger.SeenAsync());
            Assert.Equal(0, await ledger.DeadLettersAsync());
        }

        await ExecuteAsync($"delete from coordination.mt_events where seq_id = {poison}");
        await ExecuteAsync("delete from coordination.mt_streams where id = '19.05-2024-00000'");
        var mended = await EventuallyAsync(api.IsReadyAsync, "the service is ready again");
        await CheckAsync(load, api);
        await LogsAsync(api, "The views follow the events again");
        Say($"Poison event: readiness turned after {noticed}, and back {mended} after the mending.");
    }

    [Fact]
    public async Task An_event_among_the_dead_letters_makes_the_service_unready()
    {
        var (api, _) = await StartLoadedAsync();
        await ExecuteAsync(
            "insert into coordination.mt_doc_deadletterevent (id, data) values (gen_random_uuid(), '{}'::jsonb)"
        );
        Assert.False(await api.IsReadyAsync());
        Assert.Contains("dead letters", await api.ReadinessAsync(), StringComparison.Ordinal);
        await LogsAsync(api, "The views do not follow the events");
    }

    private static Task<TimeSpan> LogsAsync(ApiProcess api, string text) =>
        EventuallyAsync(
            () => Task.FromResult(api.Output.Contains(text, StringComparison.Ordinal)),
            $"it logs '{text}'"
        );

    private static string Funding(string stage) =>
        $$"""{"plan":"19-2024","government":"19.05","line":"1","source":"APBD-KABKOTA","stage":"{{stage}}","amount":1}""";
}
