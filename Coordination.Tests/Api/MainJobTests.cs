using System.Text.Json;

namespace Coordination.Tests.Api;

public sealed class MainJobTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task A_program_is_planned_funded_and_completed_and_its_cell_follows()
    {
        var planned = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal())).ShouldBe(201);
        var url = planned.Location!;
        Assert.Equal("\"1\"", planned.ETag);
        Assert.Matches("^/api/programs/19\\.05-2024-[0-9A-HJKMNP-TV-Z]{5}$", url);
        AssertCell(await api.BoardAfterAsync(planned), "planned", funded: 0, completed: 0);

        var funded = (await api.PostAsync($"{url}/funding", ApiWithPlan.Allocated(50_000_000))).ShouldBe(200);
        Assert.Equal("1", funded.Json.GetProperty("part").GetProperty("id").GetString());
        Assert.Equal("budgeted", funded.Json.GetProperty("status").GetString());
        AssertCell(await api.BoardAfterAsync(funded), "funded", funded: 50_000_000, completed: 0);

        var reported = (await api.PostAsync($"{url}/progress", new { percent = 40, asOf = "2024-05-01" })).ShouldBe(
            200
        );
        AssertCell(await api.BoardAfterAsync(reported), "in-progress", funded: 50_000_000, completed: 0);

        var completed = (
            await api.PostAsync(
                $"{url}/completion",
                new
                {
                    date = "2024-06-30",
                    output = 41,
                    evidence = "Daftar hadir",
                }
            )
        ).ShouldBe(200);
        Assert.Equal("completed", completed.Json.GetProperty("status").GetString());
        Assert.Equal("output-above-target", completed.Json.GetProperty("warnings")[0].GetProperty("code").GetString());
        AssertCell(await api.BoardAfterAsync(completed), "done", funded: 50_000_000, completed: 1);
    }

    private static void AssertCell(JsonElement board, string state, decimal funded, int completed)
    {
        var cell = board
            .GetProperty("cells")
            .EnumerateArray()
            .Single(cell =>
                cell.GetProperty("government").GetString() == "19.05"
                && cell.GetProperty("priority").GetString() == "cyber-security"
            );
        Assert.Equal(
            (state, funded, completed),
            (
                cell.GetProperty("state").GetString(),
                cell.GetProperty("funded").GetDecimal(),
                cell.GetProperty("completed").GetInt32()
            )
        );
    }
}
