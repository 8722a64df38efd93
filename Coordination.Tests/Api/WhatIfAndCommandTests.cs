using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.Api;

/// <summary>Each decision that has a command of its own makes, when tried, just the plan that the command then makes.</summary>
public sealed class WhatIfAndCommandTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Plan = "/api/plans/19-2024";
    private static readonly object Corrected = new
    {
        amount = 20_000_000,
        document = ApiWithPlan.Document,
        validFrom = "2024-02-01",
        reason = "Percobaan",
    };

    [Fact]
    public async Task To_defer() =>
        await AssertSameAsync(
            (program, _) =>
                new
                {
                    kind = "defer",
                    program,
                    toYear = 2025,
                },
            (program, _) => ($"/api/programs/{program}/deferral", new { toYear = 2025, reason = "Percobaan" })
        );

    [Fact]
    public async Task To_cancel() =>
        await AssertSameAsync(
            (program, _) => new { kind = "cancel", program },
            (program, _) => ($"/api/programs/{program}/cancellation", new { reason = "Percobaan" })
        );

    [Fact]
    public async Task To_correct_a_funding_line() =>
        await AssertSameAsync(
            (program, _) =>
                new
                {
                    kind = "correct-funding",
                    program,
                    line = "1",
                    amount = 20_000_000,
                    document = ApiWithPlan.Document,
                    validFrom = "2024-02-01",
                },
            (program, _) => ($"/api/programs/{program}/funding/1/correction", Corrected)
        );

    [Fact]
    public async Task To_set_the_target() =>
        await AssertSameAsync(
            (_, _) =>
                new
                {
                    kind = "set-target",
                    rate = 0.65,
                    definition = "maturity",
                },
            (_, _) =>
                (
                    $"{Plan}/target",
                    new
                    {
                        rate = 0.65,
                        definition = "maturity",
                        reason = "Percobaan",
                    }
                )
        );

    [Fact]
    public async Task To_accept_a_finding() =>
        await AssertSameAsync(
            (_, finding) => new { kind = "accept", finding },
            (_, finding) => ($"{Plan}/findings/{finding}/acceptance", new { reason = "Percobaan" })
        );

    private async Task AssertSameAsync(
        Func<string, string, object> decision,
        Func<string, string, (string Path, object Body)> command
    )
    {
        var program = await api.PlanProgramAsync();
        await api.BoardAfterAsync(
            (await api.PostAsync($"/api/programs/{program}/funding", ApiWithPlan.Allocated(25_000_000))).ShouldBe(200)
        );
        var before = (await api.GetAsync($"{Plan}/harmonization")).ShouldBe(200).Json;
        var gap = FundingGapOf(program, before);
        var tried = (
            await api.PostAsync($"{Plan}/what-if", new { decisions = new[] { decision(program, gap) } })
        ).ShouldBe(200);

        var (path, body) = command(program, gap);
        var done = await api.PostAsync(path, body);
        Assert.True(done.Status is 200 or 201, done.Text);
        await api.BoardAfterAsync(done);

        var after = (await api.GetAsync($"{Plan}/harmonization")).ShouldBe(200).Json;
        Assert.NotEqual(WithoutPosition(before), WithoutPosition(after));
        Assert.Equal(WithoutPosition(after), WithoutPosition(tried.Json.GetProperty("after")));
    }

    /// <summary>Half of its cost is not funded.</summary>
    private static string FundingGapOf(string program, JsonElement view) =>
        view.GetProperty("findings")
            .EnumerateArray()
            .Single(finding =>
                finding.GetProperty("kind").GetString() == "funding-gap"
                && finding.GetProperty("programs")[0].GetString() == program
            )
            .GetProperty("id")
            .GetString()!;

    private static string WithoutPosition(JsonElement view)
    {
        var node = JsonNode.Parse(view.GetRawText())!.AsObject();
        node.Remove("position");
        return node.ToJsonString();
    }
}
