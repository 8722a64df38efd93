using System.Text;
using System.Text.Json;
using Coordination.Tests.EmbeddedPostgres;
using Coordination.Tests.Tables;

namespace Coordination.Tests.Faults;

/// <summary>A file of proposals whose service is killed while it is carried out.</summary>
public sealed class KilledImportTests(TestCluster cluster) : SharedServerTests(cluster)
{
    private const int Rows = 200;

    [Fact]
    public async Task A_file_that_is_sent_again_and_again_while_the_service_is_killed_plans_each_program_once()
    {
        var api = await StartApiAsync();
        using (var client = new KeyedClient([api.Address], 0, Patience))
            await client.SendAsync(KeyedCommand.Open("open"));
        var file = FilledTemplate.Csv([
            .. Enumerable.Range(1, Rows).Select(n => FilledTemplate.Row($"K-{n}", $"Internet desa {n}")),
        ]);
        var random = new Random(11);
        for (var kill = 0; kill < 4; kill++)
        {
            var sending = Record.ExceptionAsync(() => SendAsync(api, file));
            await Task.Delay(random.Next(20, 400), TestContext.Current.CancellationToken);
            await api.KillAsync();
            await sending;
            Assert.True(await ProgramsAsync() is 0 or Rows);
            await api.StartAsync();
        }
        var (planned, unchanged) = await SendAsync(api, file);
        Assert.True((planned, unchanged) is (Rows, 0) or (0, Rows));
        Assert.Equal((0, Rows), await SendAsync(api, file));
        Assert.Equal(Rows, await ProgramsAsync());
    }

    private static async Task<(int Planned, int Unchanged)> SendAsync(ApiProcess api, string file)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var response = await api.Client.PostAsync(
            new Uri("/api/programs/import?plan=19-2024", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        var report = JsonSerializer.Deserialize<JsonElement>(body);
        return (report.GetProperty("planned").GetInt32(), report.GetProperty("unchanged").GetInt32());
    }

    private async Task<long> ProgramsAsync()
    {
        await using var ledger = new Ledger(ConnectionString);
        return await ledger.CountAsync("select count(*) from coordination.mt_events where type = 'program_planned'");
    }
}
