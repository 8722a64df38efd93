using System.Text.Json;

namespace Coordination.Tests.Api;

public sealed class FundingViewTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly (string, string) AsTable = ("Accept", "text/csv");

    [Fact]
    public async Task Money_is_shown_once_it_is_recorded_and_the_past_stays_as_it_was()
    {
        var id = await api.PlanProgramAsync(("government", "19.05"));
        var first = await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(10_000_000));
        var before = await FundingAsync($"government=19.05&{AtLeast(first)}");
        var second = await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(5_000_000));
        var after = await FundingAsync($"government=19.05&{AtLeast(second)}");

        Assert.Equal(5_000_000, Allocated(after.Json) - Allocated(before.Json));
        Assert.Equal(Position(second), after.Json.GetProperty("position").GetInt64());
        var today = before.Json.GetProperty("asOf").GetString();
        var past = await FundingAsync($"government=19.05&position={Position(first)}&asOf={today}");
        Assert.Equal((before.Text, before.ETag), (past.Text, past.ETag));
    }

    [Theory]
    [InlineData("/funding", "plan,position,asOf,validAt,government,governmentName,priority,priorityName,source,")]
    [InlineData("/funding/lines", "program,title,government,governmentName,priority,priorityName,status,line,")]
    [InlineData("/funding/requests", "program,title,government,governmentName,priority,priorityName,request,")]
    [InlineData("/funding/alarms", "kind,program,title,government,governmentName,priority,")]
    public async Task A_view_that_the_caller_has_is_304_in_JSON_and_as_a_table(string path, string header)
    {
        var url = $"/api/plans/19-2024{path}";
        var json = (await api.GetAsync(url)).ShouldBe(200);
        var table = (await api.GetAsync(url, AsTable)).ShouldBe(200);
        Assert.StartsWith(header, table.Text, StringComparison.Ordinal);
        Assert.NotEqual(json.ETag, table.ETag);
        Assert.Equal(304, (await api.GetAsync(url, ("If-None-Match", json.ETag!))).Status);
        Assert.Equal(304, (await api.GetAsync(url, AsTable, ("If-None-Match", table.ETag!))).Status);
        Assert.Equal(200, (await api.GetAsync($"{url}?government=19", ("If-None-Match", json.ETag!))).Status);
        Assert.Equal(200, (await api.GetAsync($"{url}?validAt=2024-05-01", ("If-None-Match", json.ETag!))).Status);
    }

    [Fact]
    public async Task The_tables_columns_sum_to_the_totals()
    {
        var id = await api.PlanProgramAsync(("government", "19.01"), ("locations", new[] { "19.01" }));
        await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(7_000_000));
        var asked = await api.PostAsync(
            $"/api/programs/{id}/apbn-requests",
            new
            {
                scheme = "APBN-KL",
                ministry = "Kementerian Komunikasi dan Informatika",
                amount = 3_000_000,
                requestedOn = "2024-02-01",
            }
        );
        var totals = (await FundingAsync(AtLeast(asked))).Json.GetProperty("totals");
        var lines = (await api.GetAsync("/api/plans/19-2024/funding", AsTable)).Text.TrimEnd().Split("\r\n");
        var header = lines[0].Split(',');
        decimal Column(string name) =>
            lines[1..]
                .Sum(line =>
                    line.Split(',')[Array.IndexOf(header, name)] is { Length: > 0 } value ? Exact.Decimal(value) : 0
                );

        Assert.Equal(totals.GetProperty("estimatedCost").GetDecimal(), Column("estimatedCost"));
        Assert.Equal(totals.GetProperty("fundingGap").GetDecimal(), Column("fundingGap"));
        Assert.Equal(totals.GetProperty("consolidated").GetProperty("allocated").GetDecimal(), Column("allocated"));
        Assert.Equal(totals.GetProperty("waiting").GetProperty("amount").GetDecimal(), Column("waitingAmount"));
        Assert.Equal(totals.GetProperty("programs").GetDecimal(), Column("programs"));
    }

    [Fact]
    public async Task A_correction_is_seen_as_known_and_as_valid()
    {
        var id = await api.PlanProgramAsync(("government", "19.06"), ("locations", new[] { "19.06" }));
        var set = await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(10_000_000));
        var corrected = await api.PostAsync(
            $"/api/programs/{id}/funding/1/correction",
            new
            {
                amount = 8_000_000,
                document = ApiWithPlan.Document,
                validFrom = "2024-04-01",
                reason = "Salah ketik",
            }
        );
        var now = AtLeast(corrected.ShouldBe(200));
        async Task<decimal> At(string query) => Allocated((await FundingAsync($"government=19.06&{query}")).Json);

        Assert.Equal(8_000_000, await At(now));
        Assert.Equal(10_000_000, await At($"position={Position(set)}"));
        Assert.Equal(0, await At($"validAt=2024-01-04&{now}"));
        Assert.Equal(10_000_000, await At($"validAt=2024-03-31&{now}"));
        Assert.Equal(8_000_000, await At($"validAt=2024-04-01&{now}"));
        Assert.Equal(8_000_000, await At($"validAt=2099-12-31&{now}"));
        Assert.Equal(10_000_000, await At($"validAt=2024-04-01&position={Position(set)}"));
    }

    [Theory]
    [InlineData("government=18", "government")]
    [InlineData("government=19.99", "government")]
    [InlineData("government=19.0", "government")]
    [InlineData("priority=roads", "priority")]
    [InlineData("source=apbd-prov", "source")]
    [InlineData("source=%00", "source")]
    [InlineData("validAt=01/05/2024", "validAt")]
    [InlineData("validAt=2024-05-01T00:00:00Z", "validAt")]
    [InlineData("validAt=", "validAt")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("position=-1", "position")]
    [InlineData("atLeast=x", "atLeast")]
    public async Task A_question_that_cannot_be_meant_is_refused(string query, string field)
    {
        var refused = (await api.GetAsync($"/api/plans/19-2024/funding?{query}")).ShouldBe(400);
        Assert.Equal([("malformed", field)], refused.Errors);
    }

    [Fact]
    public async Task There_is_no_money_of_a_plan_that_is_not_there()
    {
        (await api.GetAsync("/api/plans/19-2031/funding")).ShouldBe(404);
        (await api.GetAsync("/api/plans/x/funding/lines")).ShouldBe(404);
        (await api.GetAsync("/api/plans/19-2024/funding?asOf=2020-01-01")).ShouldBe(404);
        (await api.GetAsync("/api/plans/19-2024/funding?position=999999")).ShouldBe(404);
        (await api.GetAsync("/api/plans/19-2024/funding?asOf=2099-01-01")).ShouldBe(422);
    }

    private async Task<Reply> FundingAsync(string query) =>
        (await api.GetAsync($"/api/plans/19-2024/funding?{query}")).ShouldBe(200);

    private static string AtLeast(Reply command) => $"atLeast={Position(command.ShouldBe(200))}";

    private static long Position(Reply command) => command.Json.GetProperty("position").GetInt64();

    private static decimal Allocated(JsonElement view) =>
        view.GetProperty("totals").GetProperty("consolidated").GetProperty("allocated").GetDecimal();
}
