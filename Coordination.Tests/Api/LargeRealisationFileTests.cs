using System.Globalization;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>More programs than the store writes in one batch.</summary>
public sealed class LargeRealisationFileTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const int Programs = 620;

    [Fact]
    public async Task A_file_of_many_programs_is_one_transaction()
    {
        var ids = new string[Programs];
        await Parallel.ForAsync(
            0,
            Programs,
            TestContext.Current.CancellationToken,
            async (n, _) =>
            {
                ids[n] = await api.PlanProgramAsync();
                (await api.PostAsync($"/api/programs/{ids[n]}/funding", ApiWithPlan.Allocated(1_000))).ShouldBe(200);
            }
        );
        var file = "program,line,amount,date,document\n" + string.Concat(ids.Select(id => $"{id},1,10,2024-05-02,A\n"));

        var reply = (await api.PostTextAsync("/api/plans/19-2024/realisations", file, "text/csv")).ShouldBe(200);

        Assert.Equal(Programs, reply.Json.GetProperty("recorded").GetInt32());
        Assert.Equal((Programs, 1L), (await ReadAsync("count(*)"), await ReadAsync("count(distinct xmin::text)")));
    }

    /// <summary>Every row bears the transaction that wrote it.</summary>
    private async Task<long> ReadAsync(string what)
    {
        await using var connection = new NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select {what} from coordination.mt_events where type = 'funds_realised'",
            connection
        );
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken),
            CultureInfo.InvariantCulture
        );
    }
}
