using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Harmonization;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

public sealed class ViewTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    [Fact]
    public async Task The_live_board_is_byte_for_byte_the_fold_of_its_position()
    {
        var replies = new List<Reply>();
        for (var n = 0; n < 5; n++)
        {
            var id = await api.PlanProgramAsync(("government", n % 2 == 0 ? "19.05" : "19"));
            replies.Add(await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(10_000_000 + n)));
            replies.Add(
                await api.PostAsync($"/api/programs/{id}/progress", new { percent = 33.33, asOf = "2024-05-01" })
            );
        }
        var last = replies[^1].Json.GetProperty("position").GetInt64();
        var live = (await api.GetAsync($"/api/plans/19-2024/board?atLeast={last}")).ShouldBe(200);
        Assert.Equal(Encode(await FoldAsync(last)), live.Text);

        // A later event must not change what the board was.
        await api.BoardAfterAsync(await api.PostAsync("/api/programs", ApiWithPlan.Proposal()));
        var today = live.Json.GetProperty("asOf").GetString();
        var past = (await api.GetAsync($"/api/plans/19-2024/board?position={last}&asOf={today}")).ShouldBe(200);
        Assert.Equal(live.Text, past.Text);
        Assert.Equal(live.ETag, past.ETag);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_bytes()
    {
        var id = await api.PlanProgramAsync();
        var funded = await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(7_000_000));
        await api.BoardAfterAsync(funded);
        var before = (await api.GetAsync("/api/plans/19-2024/board")).ShouldBe(200);
        var list = await api.GetAsync("/api/programs?limit=200");

        await api.StopAsync();
        await RebuildAsync();
        await api.StartAsync();

        var position = funded.Json.GetProperty("position");
        var after = (await api.GetAsync($"/api/plans/19-2024/board?atLeast={position}")).ShouldBe(200);
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(list.Text, (await api.GetAsync("/api/programs?limit=200")).Text);
    }

    [Fact]
    public async Task A_board_that_the_caller_has_is_304()
    {
        var board = (await api.GetAsync("/api/plans/19-2024/board")).ShouldBe(200);
        var again = await api.GetAsync("/api/plans/19-2024/board", ("If-None-Match", board.ETag!));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        await api.BoardAfterAsync(await api.PostAsync("/api/programs", ApiWithPlan.Proposal()));
        Assert.Equal(200, (await api.GetAsync("/api/plans/19-2024/board", ("If-None-Match", board.ETag!))).Status);
    }

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
    public async Task A_moment_has_one_answer_however_early_it_is_asked()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable
            .Range(0, 6)
            .Select(async _ =>
            {
                while (!stop.IsCancellationRequested)
                    (await api.PostAsync("/api/programs", ApiWithPlan.Proposal())).ShouldBe(201);
            })
            .ToList();
        var asked = new List<(string Url, string Answer)>();
        for (var n = 0; n < 10; n++)
        {
            var url = $"/api/plans/19-2024/board?asOf={DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffffff}Z";
            asked.Add((url, (await api.GetAsync(url)).ShouldBe(200).Text));
        }
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (url, answer) in asked)
            Assert.Equal(answer, (await api.GetAsync(url)).ShouldBe(200).Text);
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

    [Fact]
    public async Task Every_read_answers_304_to_a_caller_who_has_its_bytes()
    {
        var id = await api.PlanProgramAsync();
        await api.BoardAfterAsync(
            await api.PostAsync($"/api/programs/{id}/progress", new { percent = 1, asOf = "2024-05-01" })
        );
        string[] reads =
        [
            "/api/plans",
            "/api/plans/19-2024",
            "/api/plans/19-2023/closing",
            "/api/plans/19-2024/board",
            "/api/plans/19-2024/harmonization",
            "/api/plans/19-2024/implementation",
            "/api/plans/19-2024/constraints",
            "/api/programs",
            $"/api/programs/{id}",
            $"/api/programs/{id}/events",
            "/api/reference/locations",
        ];
        foreach (var read in reads)
        {
            var first = (await api.GetAsync(read)).ShouldBe(200);
            var second = await api.GetAsync(read, ("If-None-Match", first.ETag!));
            Assert.True(second.Status == 304, read);
        }
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
    public async Task A_program_is_shown_as_it_was()
    {
        var id = await api.PlanProgramAsync();
        var first = await api.PostAsync($"/api/programs/{id}/progress", new { percent = 20, asOf = "2024-05-01" });
        await api.PostAsync($"/api/programs/{id}/progress", new { percent = 60, asOf = "2024-06-01" });
        var past = await api.GetAsync($"/api/programs/{id}?position={first.Json.GetProperty("position")}");
        Assert.Equal(20, past.ShouldBe(200).Json.GetProperty("progressPercent").GetDecimal());
        var live = await api.GetAsync($"/api/programs/{id}");
        Assert.Equal(60, live.ShouldBe(200).Json.GetProperty("progressPercent").GetDecimal());
        (await api.GetAsync($"/api/programs/{id}?asOf=2024-01-01")).ShouldBe(404);
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
            ("program_revised", "anonymous", "Salah tulis"),
            (
                revised.GetProperty("event").GetString(),
                revised.GetProperty("account").GetString(),
                revised.GetProperty("reason").GetString()
            )
        );
        Assert.EndsWith("Z", revised.GetProperty("at").GetString(), StringComparison.Ordinal);
        var change = Assert.Single(revised.GetProperty("changes").EnumerateArray());
        Assert.Equal("title", change.GetProperty("field").GetString());
        Assert.Equal("Judul yang baru", change.GetProperty("to").GetString());
    }

    [Fact]
    public async Task Implementation_and_constraints_are_parts_of_the_board()
    {
        var id = await api.PlanProgramAsync();
        var raised = await api.PostAsync(
            $"/api/programs/{id}/constraints",
            new
            {
                category = "regulation",
                severity = "low",
                description = "Perbup belum terbit",
            }
        );
        var board = await api.BoardAfterAsync(raised);
        var implementation = await api.GetAsync("/api/plans/19-2024/implementation");
        Assert.Equal(
            board.GetProperty("implementation").GetRawText(),
            implementation.ShouldBe(200).Json.GetProperty("implementation").GetRawText()
        );
        var constraints = (await api.GetAsync("/api/plans/19-2024/constraints")).ShouldBe(200).Json;
        Assert.Equal(
            board
                .GetProperty("governments")
                .EnumerateArray()
                .Sum(row => row.GetProperty("constraints").GetProperty("regulation").GetInt32()),
            constraints.GetProperty("totals").GetProperty("regulation").GetInt32()
        );
    }

    [Fact]
    public async Task A_preview_says_what_planning_would_and_stores_nothing()
    {
        var before = await api.EventCountAsync();
        var good = (await api.PostAsync("/api/programs/preview", ApiWithPlan.Proposal())).ShouldBe(200).Json;
        Assert.True(good.GetProperty("accepted").GetBoolean());
        var bad = (await api.PostAsync("/api/programs/preview", ApiWithPlan.Proposal(("title", "x"))))
            .ShouldBe(200)
            .Json;
        Assert.Equal("title", bad.GetProperty("rejections")[0].GetProperty("field").GetString());
        Assert.Equal(before, await api.EventCountAsync());
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
        ];
        foreach (var list in lists)
            Assert.NotEmpty(
                (await api.GetAsync($"/api/reference/{list}")).ShouldBe(200).Json.GetProperty("source").GetString()!
            );
    }

    private async Task<Board> FoldAsync(long position)
    {
        var events = await api.Host.Services.GetRequiredService<EventReader>().PlanAsync("19-2024", position, default);
        var day = JakartaTime.DayOf(DateTimeOffset.UtcNow);
        return BoardMaker.Make(events.ToPlan()!, Tally.Of(events.ToPrograms().Values), events[^1].Position, day);
    }

    private static string Encode(Board board) => System.Text.Encoding.UTF8.GetString(Answers.ToBytes(board));

    private async Task RebuildAsync()
    {
        await using var store = DocumentStore.For(options =>
        {
            StoreSetup.Configure(options);
            options.Connection(api.ConnectionString);
        });
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync("Board", TestContext.Current.CancellationToken);
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
