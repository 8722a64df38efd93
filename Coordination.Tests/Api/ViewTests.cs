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
