using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>Lists and their pages: programs, plans, and what happened to a program.</summary>
public sealed class ListTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task The_pages_of_a_list_show_one_state_while_programs_change()
    {
        for (var n = 0; n < 5; n++)
            await api.BoardAfterAsync(
                await api.PostAsync(
                    "/api/programs",
                    ApiWithPlan.Proposal(("government", "19"), ("priority", "one-data"))
                )
            );
        const string list = "/api/programs?plan=19-2024&government=19&priority=one-data&limit=2";
        var expected = await AllPagesAsync(list, between: null);
        var seen = await AllPagesAsync(
            list,
            between: async last =>
            {
                var changes = new { percent = 50, asOf = "2024-05-01" };
                foreach (var id in expected.Select(item => item.GetProperty("id").GetString()))
                    await api.PostAsync($"/api/programs/{id}/progress", changes);
                var proposal = ApiWithPlan.Proposal(("government", "19"), ("priority", "one-data"));
                await api.BoardAfterAsync(await api.PostAsync("/api/programs", proposal));
            }
        );
        Assert.Equal(5, expected.Count);
        Assert.Equal(expected.Select(item => item.GetRawText()), seen.Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task Pages_of_plans_show_all_plans_of_their_time_and_none_opened_since()
    {
        foreach (var year in (int[])[2040, 2041, 2042, 2043])
            (await api.OpenPlanAsync(year)).ShouldBe(201);
        foreach (var limit in (int[])[1, 2, 3])
        {
            var year = 2050 + limit;
            var items = await AllPagesAsync(
                $"/api/plans?limit={limit}",
                between: async _ => await api.OpenPlanAsync(year)
            );
            var ids = items.Select(item => item.GetProperty("id").GetString()).ToList();
            Assert.Superset(
                new HashSet<string?> { "19-2023", "19-2024", "19-2040", "19-2041", "19-2042", "19-2043" },
                ids.ToHashSet()
            );
            Assert.DoesNotContain($"19-{year}", ids);
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public async Task Many_later_pages_at_once_do_not_starve_each_other_of_connections()
    {
        for (var n = 0; n < 3; n++)
            await api.BoardAfterAsync(
                await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("priority", "innovation")))
            );
        var first = (await api.GetAsync("/api/programs?priority=innovation&limit=1")).ShouldBe(200).Json;
        await api.BoardAfterAsync(await api.PostAsync("/api/programs", ApiWithPlan.Proposal()));
        var url = $"/api/programs?priority=innovation&limit=1&cursor={first.GetProperty("next").GetString()}";
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => api.GetAsync(url))),
            page => page.ShouldBe(200)
        );
    }

    [Fact]
    public async Task A_long_history_comes_in_pages()
    {
        var id = await api.PlanProgramAsync();
        for (var n = 1; n <= 30; n++)
            await api.PostAsync($"/api/programs/{id}/progress", new { percent = n, asOf = "2024-05-01" });
        var items = await AllPagesAsync($"/api/programs/{id}/events?limit=7", between: null);
        Assert.Equal(Enumerable.Range(1, 31), items.Select(item => item.GetProperty("version").GetInt32()));
        var changes = items[20]
            .GetProperty("changes")
            .EnumerateArray()
            .ToDictionary(change => change.GetProperty("field").GetString()!);
        Assert.Equal(20, changes["progressPercent"].GetProperty("to").GetInt32());
        Assert.Equal(20, changes["progress[19].percent"].GetProperty("to").GetInt32());
        Assert.DoesNotContain("progress[18].percent", changes.Keys);
    }

    [Theory]
    [InlineData("estimatedCost", new[] { 10, 20, 30, 30, 40 })]
    [InlineData("-estimatedCost", new[] { 40, 30, 30, 20, 10 })]
    public async Task A_list_is_sorted_across_its_pages(string sort, int[] expected)
    {
        var title = $"Urutan {sort}";
        foreach (var cost in (int[])[30, 10, 40, 20, 30])
            await api.BoardAfterAsync(
                await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("title", title), ("estimatedCost", cost)))
            );
        var items = await AllPagesAsync($"/api/programs?q={title}&sort={sort}&limit=2", between: null);
        Assert.Equal(expected, items.Select(item => item.GetProperty("estimatedCost").GetInt32()));
        var ids = items.Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_history_says_what_when_who_why_and_old_and_new()
    {
        var id = await api.PlanProgramAsync();
        var revision = ApiWithPlan.Proposal(("title", "Judul yang baru"), ("reason", "Salah tulis"));
        await api.PostAsync($"/api/programs/{id}/revision", revision);
        var history = (await api.GetAsync($"/api/programs/{id}/events")).ShouldBe(200).Json.GetProperty("items");
        var revised = history[1];
        Assert.Equal(
            ("program_revised", "tester", "planner", "19.05", "Salah tulis"),
            (
                revised.GetProperty("event").GetString(),
                revised.GetProperty("account").GetString(),
                revised.GetProperty("role").GetString(),
                revised.GetProperty("government").GetString(),
                revised.GetProperty("reason").GetString()
            )
        );
        Assert.EndsWith("Z", revised.GetProperty("at").GetString(), StringComparison.Ordinal);
        var change = Assert.Single(revised.GetProperty("changes").EnumerateArray());
        Assert.Equal("title", change.GetProperty("field").GetString());
        Assert.Equal("Judul yang baru", change.GetProperty("to").GetString());
    }

    [Fact]
    public async Task Plans_are_listed_in_pages_and_reference_data_with_its_source()
    {
        var first = (await api.GetAsync("/api/plans?limit=1")).ShouldBe(200).Json;
        Assert.Equal("19-2023", first.GetProperty("items")[0].GetProperty("id").GetString());
        var second = await api.GetAsync($"/api/plans?limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal("19-2024", second.ShouldBe(200).Json.GetProperty("items")[0].GetProperty("id").GetString());
        string[] lists =
        [
            "governments",
            "locations",
            "priorities",
            "funding-sources",
            "sub-activities",
            "spbe-indicators",
            "national-applications",
            "central-affairs",
        ];
        foreach (var list in lists)
            Assert.NotEmpty(
                (await api.GetAsync($"/api/reference/{list}")).ShouldBe(200).Json.GetProperty("source").GetString()!
            );
    }

    private async Task<List<JsonElement>> AllPagesAsync(string list, Func<string, Task>? between)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = (await api.GetAsync(cursor is null ? list : $"{list}&cursor={cursor}")).ShouldBe(200).Json;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
            if (cursor is not null && between is not null)
                await between(cursor);
        } while (cursor is not null);
        return items;
    }
}
