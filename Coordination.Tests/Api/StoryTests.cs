using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>What the system is for, from the first proposal to the sealed minutes.</summary>
public sealed class StoryTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task Two_governments_plan_the_same_application_and_a_meeting_makes_one_of_them()
    {
        var earlier = await MeetingRun.OpenAsync(api);
        await earlier.CloseAsync();

        // The province and Bangka Barat plan the same application.
        var ofProvince = await api.PlanProgramAsync(("government", "19"), ("estimatedCost", 90_000_000));
        var ofRegency = await api.PlanProgramAsync();
        (await api.PostAsync($"/api/programs/{ofRegency}/funding", ApiWithPlan.Allocated(30_000_000))).ShouldBe(200);

        // The finding appears, and is what the next meeting is to speak about.
        var meeting = await MeetingRun.ScheduleAsync(api);
        var opened = (await meeting.PostAsync("opening", new { })).ShouldBe(200).Json;
        var finding = (await FindingsAsync()).Single();
        Assert.Equal(
            [ofProvince, ofRegency],
            finding.GetProperty("programs").EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal)
        );
        var id = finding.GetProperty("id").GetString()!;

        // What if they were merged?
        object merge = new
        {
            kind = "merge",
            into = ofProvince,
            from = new[] { ofRegency },
            reason = "Pekerjaan yang sama di desa yang sama",
        };
        var tried = (await api.PostAsync("/api/plans/19-2024/what-if", new { decisions = new[] { merge } })).ShouldBe(
            200
        );
        Assert.Contains(id, Ids(tried.Json.GetProperty("changes").GetProperty("findings").GetProperty("closed")));

        // It is decided, the programs change, and the finding closes.
        var decided = await meeting.DecideAsync(
            new
            {
                kind = "merge",
                into = ofProvince,
                from = new[] { ofRegency },
                reason = "Pekerjaan yang sama di desa yang sama",
                finding = id,
                by = "consensus",
            }
        );
        Assert.Equal("applied", decided.GetProperty("status").GetString());
        var merged = (await api.GetAsync($"/api/programs/{ofRegency}")).ShouldBe(200).Json;
        Assert.Equal(
            ("merged", $"{meeting.Id}/1"),
            (merged.GetProperty("status").GetString(), merged.GetProperty("merger").GetProperty("decision").GetString())
        );
        Assert.Empty(await FindingsAsync());

        // The minutes are sealed, and tell what was decided and what it did.
        (await meeting.CloseAsync()).ShouldBe(200);
        var minutes = (await api.GetAsync($"{meeting.Path}/minutes")).ShouldBe(200).Json.GetProperty("minutes");
        Assert.Equal(
            ["program_merged", "merged_program_received"],
            minutes
                .GetProperty("decisions")[0]
                .GetProperty("effects")
                .EnumerateArray()
                .Select(effect => effect.GetProperty("event").GetString())
        );
        Assert.Equal(2, minutes.GetProperty("basis").GetProperty("active").GetInt32());
        Assert.Equal(1, minutes.GetProperty("closing").GetProperty("active").GetInt32());
        var verification = (await api.GetAsync($"{meeting.Path}/minutes/verification")).ShouldBe(200).Json;
        Assert.True(verification.GetProperty("holds").GetBoolean(), verification.GetRawText());

        // Compared with the meeting before, this and nothing else has changed.
        var comparison = (
            await api.GetAsync($"/api/plans/19-2024/comparison?from=meeting:{earlier.Id}&to=meeting:{meeting.Id}")
        )
            .ShouldBe(200)
            .Json;
        var programs = comparison.GetProperty("programs");
        Assert.Equal([ofProvince, ofRegency], Programs(programs.GetProperty("added")));
        Assert.Empty(programs.GetProperty("changed").EnumerateArray());
        Assert.Empty(programs.GetProperty("removed").EnumerateArray());
        Assert.Equal(
            opened.GetProperty("plan").GetString(),
            (await api.GetAsync($"/api/plans/19-2024/board?asOf=meeting:{meeting.Id}"))
                .ShouldBe(200)
                .Json.GetProperty("plan")
                .GetProperty("id")
                .GetString()
        );
    }

    private async Task<List<JsonElement>> FindingsAsync() =>
        [
            .. (await api.GetAsync("/api/plans/19-2024/findings?kind=overlap"))
                .ShouldBe(200)
                .Json.GetProperty("items")
                .EnumerateArray(),
        ];

    private static IEnumerable<string?> Ids(JsonElement findings) =>
        findings.EnumerateArray().Select(finding => finding.GetProperty("id").GetString());

    private static IEnumerable<string?> Programs(JsonElement changes) =>
        changes
            .EnumerateArray()
            .Select(change => change.GetProperty("program").GetString())
            .Order(StringComparer.Ordinal);
}
