using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>Decisions of a meeting whose service is killed before they have acted.</summary>
public sealed class KilledDecisionsTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const int Decisions = 200;

    /// <summary>The node is missed after 10 s, its messages are then given to another.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Of_200_decisions_at_two_nodes_one_of_which_is_killed_each_has_acted_once_within_45_seconds()
    {
        var (one, two) = (await StartNodeAsync("one"), await StartNodeAsync("two"));
        var programs = await PlanAsync(one, Decisions);
        var meeting = await OpenAsync(one);
        await using var blocker = await ConnectAsync();
        await using var transaction = await blocker.BeginTransactionAsync(TestContext.Current.CancellationToken);
        for (var n = 0; n < Decisions; n++)
        {
            // Half-way the events of programs can no longer be written, so that the node dies with decisions in its hands.
            if (n == Decisions / 2)
                await HoldAsync(blocker, transaction, programs[(Decisions / 2)..]);
            await DecideAsync(n % 2 == 0 ? one : two, meeting, programs[n]);
        }
        await one.KillAsync();
        var watch = Stopwatch.StartNew();
        var pending = await PendingAsync();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await EventuallyAsync(
            async () => await CountAsync("decision_applied") == Decisions,
            "every decision has acted"
        );
        Assert.True(watch.Elapsed < Recovery, $"It took {watch.Elapsed}.");
        Say($"Node killed with {pending} decisions that had not acted: all had {watch.Elapsed} after it.");
        Assert.NotInRange(pending, 0, 10);
        await CheckOnceAsync();
        Assert.True(await two.IsReadyAsync());
    }

    [Fact]
    public async Task A_decision_whose_service_is_killed_between_recording_and_acting_acts_once_after_the_restart()
    {
        var api = await StartApiAsync();
        var programs = await PlanAsync(api, 1);
        var meeting = await OpenAsync(api);
        await using (var blocker = await ConnectAsync())
        {
            await using var transaction = await blocker.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await HoldAsync(blocker, transaction, programs);
            await DecideAsync(api, meeting, programs[0]);
            await api.KillAsync();
        }
        Assert.Equal(0, await CountAsync("program_cancelled"));

        await api.StartAsync();
        await EventuallyAsync(async () => await CountAsync("decision_applied") == 1, "the decision has acted");
        await CheckOnceAsync();
    }

    private Task<ApiProcess> StartNodeAsync(string name) =>
        StartAsync(ApiProcess.On($"{ConnectionString};Application Name={name}", ("Coordination__OnlyNode", "false")));

    private static async Task<string[]> PlanAsync(ApiProcess api, int count)
    {
        using var client = new KeyedClient([api.Address], 0, Patience);
        await client.SendAsync(KeyedCommand.Open("open"));
        var programs = new string[count];
        for (var n = 0; n < count; n++)
        {
            var planned = await client.SendAsync(KeyedCommand.Plan($"plan-{n}", $"Program {n}"));
            programs[n] = JsonSerializer.Deserialize<JsonElement>(planned.Text).GetProperty("id").GetString()!;
        }
        return programs;
    }

    private static async Task<string> OpenAsync(ApiProcess api)
    {
        var meeting = (await PostAsync(api, "/api/meetings", MeetingRun.Call(Array.Empty<object>())))
            .GetProperty("id")
            .GetString()!;
        await PostAsync(api, $"/api/meetings/{meeting}/opening", new { });
        return meeting;
    }

    private static Task<JsonElement> DecideAsync(ApiProcess api, string meeting, string program) =>
        PostAsync(api, $"/api/meetings/{meeting}/decisions", MeetingRun.Cancellation(program));

    private static async Task<JsonElement> PostAsync(ApiProcess api, string path, object body)
    {
        using var response = await api.Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task HoldAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string[] programs)
    {
        await using var hold = new NpgsqlCommand(
            "select from coordination.mt_streams where id = any($1) for update",
            connection,
            transaction
        )
        {
            Parameters = { new() { Value = programs } },
        };
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> CountAsync(string type)
    {
        await using var ledger = new Ledger(ConnectionString);
        return await ledger.CountAsync($"select count(*) from coordination.mt_events where type = '{type}'");
    }

    private async Task<long> PendingAsync() =>
        await CountAsync("decision_recorded") - await CountAsync("decision_applied");

    /// <summary>One end and one effect for each decision, and nothing that was given up.</summary>
    private async Task CheckOnceAsync()
    {
        await using var ledger = new Ledger(ConnectionString);
        Assert.Equal(await CountAsync("decision_recorded"), await CountAsync("program_cancelled"));
        Assert.Equal(
            0,
            await ledger.CountAsync(
                """
                select count(*) from (
                    select stream_id, type, data->>'number' from coordination.mt_events
                    where type in ('program_cancelled', 'decision_applied') group by 1, 2, 3 having count(*) > 1) doubled
                """
            )
        );
        Assert.Equal(0, await CountAsync("decision_failed"));
        Assert.Equal(0, await ledger.CountAsync("select count(*) from wolverine.wolverine_dead_letters"));
    }
}
