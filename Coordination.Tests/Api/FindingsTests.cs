using System.Text.Json;
using Coordination.Domain;

namespace Coordination.Tests.Api;

public sealed class FindingsTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Plan = "/api/plans/19-2024";
    private const string Findings = $"{Plan}/findings";
    private static readonly object Reason = new { reason = "Peserta dan tempatnya sudah dibagi" };

    [Fact]
    public async Task A_finding_is_accepted_stays_so_through_progress_changes_with_the_cost_and_is_reopened()
    {
        var (one, _, finding) = await OverlapAsync("19.05.02");
        var id = finding.GetProperty("id").GetString();
        var before = await CountAsync("19.05");

        var accepted = (await api.PostAsync($"{Findings}/{id}/acceptance", Reason)).ShouldBe(200);
        var listed = Assert.Single(
            accepted.Json.GetProperty("acceptedFindings").EnumerateArray(),
            entry => entry.GetProperty("finding").GetString() == id
        );
        Assert.Equal("overlap", listed.GetProperty("kind").GetString());
        Assert.Equal(("accepted", "Peserta dan tempatnya sudah dibagi"), await StatusAsync(id, accepted));
        Assert.Equal(before - 1, await CountAsync("19.05"));

        var again = (await api.PostAsync($"{Findings}/{id}/acceptance", Reason)).ShouldBe(200);
        Assert.Equal(accepted.ETag, again.ETag);

        var report = await api.PostAsync($"/api/programs/{one}/progress", new { percent = 20, asOf = "2024-05-01" });
        Assert.Equal("accepted", (await StatusAsync(id, report)).Status);

        var revision = Proposal("19.05.02", ("estimatedCost", 60_000_000), ("reason", "Harga naik"));
        var revised = await api.PostAsync($"/api/programs/{one}/revision", revision);
        Assert.Equal(("changed", "Peserta dan tempatnya sudah dibagi"), await StatusAsync(id, revised));
        Assert.Equal(before, await CountAsync("19.05"));

        var reopened = (await api.PostAsync($"{Findings}/{id}/reopening", new { })).ShouldBe(200);
        Assert.Equal(("open", null), await StatusAsync(id, reopened));
    }

    [Fact]
    public async Task Only_a_finding_that_exists_is_accepted_with_a_reason_in_a_plan_that_is_not_closed()
    {
        (await api.PostAsync($"{Findings}/gap-0a1b2c3d4e5f/acceptance", Reason)).ShouldBe(404);
        (await api.PostAsync("/api/plans/19-2019/findings/gap-0a1b2c3d4e5f/acceptance", Reason)).ShouldBe(404);
        (await api.PostAsync("/api/plans/none/findings/gap-0a1b2c3d4e5f/acceptance", Reason)).ShouldBe(404);
        var gap = (await ListAsync($"{Findings}?kind=gap"))[0].GetProperty("id").GetString();
        (await api.PostAsync($"{Findings}/{gap}/acceptance", new { })).ShouldBe(400);
        var refused = (await api.PostAsync($"{Findings}/{gap}/acceptance", new { reason = " " })).ShouldBe(422);
        Assert.Equal([("text-length", "reason")], refused.Errors);
        var ofClosed = (await ListAsync("/api/plans/19-2023/findings?kind=gap"))[0].GetProperty("id").GetString();
        (await api.PostAsync($"/api/plans/19-2023/findings/{ofClosed}/acceptance", Reason)).ShouldBe(409);
    }

    [Fact]
    public async Task Live_and_past_are_byte_for_byte_the_same()
    {
        var (one, _, finding) = await OverlapAsync("19.05.03");
        var id = finding.GetProperty("id").GetString();
        await api.PostAsync($"{Findings}/{id}/acceptance", Reason);
        var report = await api.PostAsync($"/api/programs/{one}/progress", new { percent = 30, asOf = "2024-05-01" });
        var covered = await api.PostAsync(
            "/api/coverage",
            new
            {
                location = "19.05.03.2019",
                status = "uncovered",
                unit = "village",
                source = "Diskominfo",
                asOf = "2024-01-15",
            }
        );
        covered.ShouldBe(201);
        var position = covered.Json.GetProperty("position").GetInt64();
        var today = $"{JakartaTime.DayOf(DateTimeOffset.UtcNow):yyyy-MM-dd}";
        foreach (var view in (string[])["/board?", "/harmonization?", "/findings?limit=200&"])
        {
            var live = (await api.GetAsync($"{Plan}{view}atLeast={position}")).ShouldBe(200);
            var next = await api.PostAsync($"/api/programs/{one}/progress", new { percent = 31, asOf = "2024-05-02" });
            await api.BoardAfterAsync(next);
            Assert.NotEqual(live.ETag, (await api.GetAsync($"{Plan}{view}")).ETag);
            var past = (await api.GetAsync($"{Plan}{view}position={position}&asOf={today}")).ShouldBe(200);
            Assert.Equal(live.Text, past.Text);
            position = next.Json.GetProperty("position").GetInt64();
        }
    }

    [Fact]
    public async Task Pages_show_one_state_though_the_plan_moves_on()
    {
        var first = (await api.GetAsync($"{Findings}?limit=3")).ShouldBe(200).Json;
        var expected = await ListAsync($"{Findings}?limit=200");
        await OverlapAsync("19.05.04");
        var ids = first.GetProperty("items").EnumerateArray().Select(Id).ToList();
        for (var next = first.GetProperty("next").GetString(); next is not null; )
        {
            var page = (await api.GetAsync($"{Findings}?limit=3&cursor={next}")).ShouldBe(200).Json;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(expected.Select(Id), ids);
        (await api.GetAsync($"{Findings}?limit=3&kind=gap&cursor={first.GetProperty("next").GetString()}")).ShouldBe(
            400
        );
    }

    [Fact]
    public async Task A_proposal_and_its_preview_are_told_what_they_raise()
    {
        var (one, _, _) = await OverlapAsync("19.05.05");
        var events = await api.EventCountAsync();
        var preview = (await api.PostAsync("/api/programs/preview", Proposal("19.05.05"))).ShouldBe(200).Json;
        var previewed = preview.GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains(previewed, finding => Programs(finding).SequenceEqual(((string[])[one, "draft-1"]).Order()));
        Assert.Equal(events, await api.EventCountAsync());

        var proposed = (await api.PostAsync("/api/programs", Proposal("19.05.05"))).ShouldBe(201).Json;
        var raised = proposed.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(previewed.Count, raised.Count);
        Assert.All(raised, finding => Assert.Contains(proposed.GetProperty("id").GetString(), Programs(finding)));
        Assert.DoesNotContain(raised, finding => finding.GetProperty("kind").GetString() == "funding-gap");

        var refused = await api.PostAsync("/api/programs/preview", Proposal("19.05.05", ("title", "x")));
        Assert.Equal(0, refused.ShouldBe(200).Json.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task A_node_that_starts_anew_finds_the_same()
    {
        var (_, _, finding) = await OverlapAsync("19.05.06");
        var accepted = await api.PostAsync($"{Findings}/{Id(finding)}/acceptance", Reason);
        await api.BoardAfterAsync(accepted);
        var before = (await api.GetAsync($"{Plan}/harmonization")).ShouldBe(200);
        await api.StopAsync();
        await api.StartAsync();
        var after = (await api.GetAsync($"{Plan}/harmonization")).ShouldBe(200);
        Assert.Equal((before.Text, before.ETag), (after.Text, after.ETag));
    }

    private static IDictionary<string, object?> Proposal(
        string location,
        params (string Member, object? Value)[] changes
    ) => ApiWithPlan.Proposal([("locations", new[] { location }), .. changes]);

    /// <summary>Two programs that do the same work at a place, and the finding about them.</summary>
    private async Task<(string One, string Other, JsonElement Finding)> OverlapAsync(string location)
    {
        var one = await api.PlanProgramAsync(("locations", new[] { location }));
        var other = (await api.PostAsync("/api/programs", Proposal(location))).ShouldBe(201);
        await api.BoardAfterAsync(other);
        var found = await ListAsync($"{Findings}?kind=overlap&program={one}");
        return (one, other.Json.GetProperty("id").GetString()!, Assert.Single(found));
    }

    private async Task<List<JsonElement>> ListAsync(string url) =>
        [.. (await api.GetAsync(url)).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    private async Task<(string? Status, string? Because)> StatusAsync(string? id, Reply command)
    {
        var found = await ListAsync(
            $"{Findings}?limit=200&kind=overlap&atLeast={command.Json.GetProperty("position")}"
        );
        var finding = found.Single(one => Id(one) == id);
        return (
            finding.GetProperty("status").GetString(),
            finding.TryGetProperty("acceptedBecause", out var because) ? because.GetString() : null
        );
    }

    private async Task<int> CountAsync(string government) =>
        (await api.GetAsync($"{Plan}/board"))
            .ShouldBe(200)
            .Json.GetProperty("governments")
            .EnumerateArray()
            .Single(row => row.GetProperty("code").GetString() == government)
            .GetProperty("findings")
            .GetInt32();

    private static string? Id(JsonElement finding) => finding.GetProperty("id").GetString();

    private static IEnumerable<string> Programs(JsonElement finding) =>
        finding.GetProperty("programs").EnumerateArray().Select(program => program.GetString()!);
}
