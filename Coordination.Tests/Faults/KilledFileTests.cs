using System.Text;
using System.Text.Json;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Npgsql;

namespace Coordination.Tests.Faults;

/// <summary>A file of payments whose recording is cut off in the middle.</summary>
public sealed class KilledFileTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const int Programs = 20;

    [Fact]
    public async Task A_file_whose_service_is_killed_while_it_is_written_is_all_there_or_not_at_all_and_all_there_when_sent_again()
    {
        var api = await StartApiAsync();
        var file = await FileAsync(api);

        // The transaction holds all of its streams and is about to write the events.
        await using var blocker = await ConnectAsync();
        await using var transaction = await blocker.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand(
            "lock table coordination.mt_events in share row exclusive mode",
            blocker,
            transaction
        );
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var sending = Record.ExceptionAsync(() => SendAsync(api, file));
        await using (var ledger = new Ledger(ConnectionString))
            await EventuallyAsync(
                async () =>
                    await ledger.CountAsync(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                    ) > 0,
                "the file is being written"
            );
        await api.KillAsync();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await sending);

        await api.StartAsync();
        // The commit was sent with the events: whether the server got to it does not depend on the service any more.
        Assert.True(await PaymentsAsync() is 0 or 2 * Programs);
        Assert.Contains(await SendAsync(api, file), new[] { (2 * Programs, 0), (0, 2 * Programs) });
        Assert.Equal((0, 2 * Programs), await SendAsync(api, file));
        Assert.Equal(2 * Programs, await PaymentsAsync());
    }

    [Fact]
    public async Task A_file_that_is_sent_again_and_again_while_the_service_is_killed_is_recorded_once()
    {
        var api = await StartApiAsync();
        var file = await FileAsync(api);
        var random = new Random(7);
        for (var kill = 0; kill < 4; kill++)
        {
            var sending = Record.ExceptionAsync(() => SendAsync(api, file));
            await Task.Delay(random.Next(5, 60), TestContext.Current.CancellationToken);
            await api.KillAsync();
            await sending;
            Assert.True(await PaymentsAsync() is 0 or 2 * Programs);
            await api.StartAsync();
        }
        await SendAsync(api, file);
        Assert.Equal(2 * Programs, await PaymentsAsync());
    }

    /// <summary>Two equal payments of each program.</summary>
    private static async Task<string> FileAsync(ApiProcess api)
    {
        using var client = new KeyedClient([api.Address], 0, Patience);
        await client.SendAsync(KeyedCommand.Open("open"));
        var file = new StringBuilder("program;line;amount;date;document\r\n");
        for (var n = 0; n < Programs; n++)
        {
            var planned = await client.SendAsync(KeyedCommand.Plan($"plan-{n}", $"Program {n}"));
            var id = JsonSerializer.Deserialize<JsonElement>(planned.Text).GetProperty("id").GetString()!;
            await client.SendAsync(KeyedCommand.Next($"fund-{n}", id, 1));
            for (var twice = 0; twice < 2; twice++)
                file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{id};1;1000.50;2024-05-02;S-{n}\r\n");
        }
        return file.ToString();
    }

    private static async Task<(int Recorded, int Already)> SendAsync(ApiProcess api, string file)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var response = await api.Client.PostAsync(
            new Uri("/api/plans/19-2024/realisations", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        var report = JsonSerializer.Deserialize<JsonElement>(body);
        return (report.GetProperty("recorded").GetInt32(), report.GetProperty("alreadyRecorded").GetInt32());
    }

    private async Task<long> PaymentsAsync()
    {
        await using var ledger = new Ledger(ConnectionString);
        return await ledger.CountAsync("select count(*) from coordination.mt_events where type = 'funds_realised'");
    }
}
