namespace Coordination.Tests.Api;

/// <summary>Two points of a plan compared over HTTP.</summary>
public sealed class ComparisonApiTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Comparison = "/api/plans/19-2024/comparison";

    [Fact]
    public async Task Two_points_are_compared_and_the_same_bytes_are_not_sent_twice()
    {
        var before = await api.PlanProgramAsync();
        var from = await AfterAsync(
            await api.PostAsync($"/api/programs/{before}/funding", ApiWithPlan.Allocated(30_000_000))
        );
        var cancelled = await api.PostAsync($"/api/programs/{before}/cancellation", new { reason = "=SUM(A1)" });
        var after = await api.PlanProgramAsync(("title", "=HYPERLINK desa"));
        var to = await AfterAsync(
            await api.PostAsync($"/api/programs/{after}/funding", ApiWithPlan.Allocated(10_000_000))
        );
        cancelled.ShouldBe(200);

        var url = $"{Comparison}?from={from}&to={to}";
        var answer = (await api.GetAsync(url)).ShouldBe(200);
        var programs = answer.Json.GetProperty("programs");
        Assert.Equal(after, programs.GetProperty("added")[0].GetProperty("program").GetString());
        Assert.Equal(before, programs.GetProperty("removed")[0].GetProperty("program").GetString());
        var money = Assert.Single(answer.Json.GetProperty("money").EnumerateArray());
        Assert.Equal(
            -20_000_000,
            money.GetProperty("to").GetProperty("allocated").GetDecimal()
                - money.GetProperty("from").GetProperty("allocated").GetDecimal()
        );
        Assert.Equal(answer.Text, (await api.GetAsync($"{Comparison}?from={from}")).ShouldBe(200).Text);

        (await api.GetAsync(url, ("If-None-Match", answer.ETag!))).ShouldBe(304);
        (await api.GetAsync($"{Comparison}?from={from}&to={from}", ("If-None-Match", answer.ETag!))).ShouldBe(200);
        var table = (await api.GetAsync(url, ("Accept", "text/csv"))).ShouldBe(200);
        Assert.Contains(
            $"added,{after},\"'=HYPERLINK desa\",19.05,Kabupaten Bangka Barat",
            table.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("cancelled,status,budgeted,cancelled", table.Text, StringComparison.Ordinal);
        (await api.GetAsync(url, ("Accept", "text/csv"), ("If-None-Match", table.ETag!))).ShouldBe(304);
    }

    [Fact]
    public async Task Ends_that_are_none_are_refused_by_their_names()
    {
        Assert.Equal([("malformed", "to")], (await api.GetAsync($"{Comparison}?from=1&to=soon")).ShouldBe(400).Errors);
        Assert.Equal(
            [("meeting-without-point", "from")],
            (await api.GetAsync($"{Comparison}?from=meeting:7")).ShouldBe(422).Errors
        );
        Assert.Equal(
            [("day-in-future", "to")],
            (await api.GetAsync($"{Comparison}?from=1&to=2999-01-01")).ShouldBe(422).Errors
        );
        (await api.GetAsync(Comparison)).ShouldBe(400);
        (await api.GetAsync($"{Comparison}?from=999999")).ShouldBe(404);
        (await api.GetAsync("/api/plans/19-2031/comparison?from=1")).ShouldBe(404);
    }

    private async Task<long> AfterAsync(Reply command) =>
        (await api.BoardAfterAsync(command)).GetProperty("position").GetInt64();
}
