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
        await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(7_000_000));
        var assessed = await api.PutAsync(
            "/api/assessments/19.05-2023/indicators/17",
            new { level = 3, evidence = "Perbup 21/2023" }
        );
        await api.BoardAfterAsync(assessed);
        var before = (await api.GetAsync("/api/plans/19-2024/board")).ShouldBe(200);
        var list = await api.GetAsync("/api/programs?limit=200");

        await api.StopAsync();
        await RebuildAsync();
        await api.StartAsync();

        var position = assessed.Json.GetProperty("position");
        Assert.Equal(position.GetInt64(), before.Json.GetProperty("position").GetInt64());
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
            (
                await api.GetAsync(
                    $"/api/plans/19-2024/board?asOf={JakartaTime.DayOf(DateTimeOffset.UtcNow):yyyy-MM-dd}"
                )
            ).ShouldBe(200);
        }
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (url, answer) in asked)
            Assert.Equal(answer, (await api.GetAsync(url)).ShouldBe(200).Text);
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
            "/api/plans/19-2024/findings",
            "/api/plans/19-2024/implementation",
            "/api/plans/19-2024/constraints",
            "/api/plans/19-2024/index",
            "/api/assessments",
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

    private async Task<Board> FoldAsync(long position)
    {
        var events = await api.Host.Services.GetRequiredService<EventReader>().PlanAsync("19-2024", position, default);
        var day = JakartaTime.DayOf(DateTimeOffset.UtcNow);
        return Boards.Fold(events, day);
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
}
