using Coordination.Api.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>Whoever watches a plan is told everything that changes it, once, in order, and not before its views show it.</summary>
public sealed class ChangesTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Changes = "/api/plans/19-2024/changes";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Two_hundred_events_come_once_and_in_order_however_often_the_client_is_cut_off(int seed)
    {
        var from = await LastAsync();
        var writing = WriteAsync(200);
        var got = new List<long>();
        var (random, watching) = (new Random(seed), from);
        while (!writing.IsCompleted || got.Count < (await ExpectedAsync(from)).Count)
        {
            await using var stream = await WatchedPlan.OpenAsync(
                api.Client,
                Changes,
                got.Count == 0 ? null : watching,
                from
            );
            for (var left = random.Next(1, 25); left > 0; left--)
            {
                if (await stream.NextAsync() is not { } change)
                    break;
                got.Add(change.Position);
                watching = change.Position;
                if (writing.IsCompleted && got.Count == (await ExpectedAsync(from)).Count)
                    break;
            }
        }
        await writing;
        Assert.Equal(await ExpectedAsync(from), got);
        Assert.True(got.Count >= 200, $"{got.Count}");
    }

    [Fact]
    public async Task From_any_position_what_comes_is_what_lies_after_it()
    {
        await WriteAsync(20);
        await AssessAsync();
        await api.BoardAfterAsync(await PlanAsync());
        var expected = await ExpectedAsync(0);
        foreach (var share in (double[])[0, 0.1, 0.35, 0.6, 0.9, 0.99])
        {
            var from = (long)(share * expected[^1]);
            await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes, lastEventId: null, from);
            var after = expected.FindAll(position => position > from);
            var got = new List<long>();
            while (got.Count < after.Count)
                got.Add((await stream.NextAsync())!.Position);
            Assert.Equal(after, got);
        }
    }

    [Fact]
    public async Task A_change_is_told_only_when_the_views_show_it()
    {
        await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes);
        var writing = WriteAsync(28);
        for (var n = 0; n < 28; n++)
        {
            var change = (await stream.NextAsync())!;
            var board = (await api.GetAsync("/api/plans/19-2024/board")).ShouldBe(200).Json;
            Assert.True(board.GetProperty("position").GetInt64() >= change.Position);
        }
        await writing;
    }

    [Fact]
    public async Task Each_says_what_it_was_and_other_plans_are_left_alone()
    {
        await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes);
        await using var ofOther = await WatchedPlan.OpenAsync(api.Client, "/api/plans/19-2023/changes");
        var planned = await PlanAsync();
        var id = planned.Json.GetProperty("id").GetString();
        Assert.Equal(
            new Change(planned.Json.GetProperty("position").GetInt64(), "program_planned", id, "19.05"),
            await stream.NextAsync()
        );
        var target = await api.PostAsync("/api/plans/19-2024/target", new { rate = 0.75, definition = "completion" });
        Assert.Equal(
            new Change(target.ShouldBe(200).Json.GetProperty("position").GetInt64(), "plan_target_changed", null, null),
            await stream.NextAsync()
        );
        // The index is on the board of every plan of the province.
        var assessed = (await AssessAsync()).Json.GetProperty("position").GetInt64();
        foreach (var watched in (WatchedPlan[])[stream, ofOther])
            Assert.Equal(new Change(assessed, "indicator_assessed", null, "19.06"), await watched.NextAsync());
    }

    [Fact]
    public async Task Who_is_cut_off_before_the_first_event_has_a_place_to_resume_from()
    {
        var seen = await LastAsync();
        await using (var stream = await WatchedPlan.OpenAsync(api.Client, Changes))
            Assert.True(stream.FirstId >= seen);
        var planned = (await PlanAsync()).Json.GetProperty("position").GetInt64();
        await using var again = await WatchedPlan.OpenAsync(api.Client, Changes, seen);
        Assert.Equal(planned, (await again.NextAsync())!.Position);
    }

    [Fact]
    public async Task A_position_that_the_views_have_not_reached_is_waited_for()
    {
        var planned = (await PlanAsync()).Json.GetProperty("position").GetInt64();
        await using var stream = await WatchedPlan.OpenAsync(api.Client, Changes, planned + 1);
        await PlanAsync();
        var last = (await PlanAsync()).Json.GetProperty("position").GetInt64();
        Assert.Equal(last, (await stream.NextAsync())!.Position);
    }

    [Theory]
    [InlineData("kemarin")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task What_is_no_position_is_refused(string text)
    {
        var reply = (await api.GetAsync(Changes, ("Last-Event-ID", text))).ShouldBe(400);
        Assert.Equal(("malformed", "Last-Event-ID"), reply.Errors.Single());
        reply = (await api.GetAsync($"{Changes}?from={text}")).ShouldBe(400);
        Assert.Equal(("malformed", "from"), reply.Errors.Single());
    }

    [Theory]
    [InlineData("19-2099")]
    [InlineData("semua")]
    public async Task A_plan_that_is_not_there_is_404(string plan) =>
        (await api.GetAsync($"/api/plans/{plan}/changes")).ShouldBe(404);

    [Fact]
    public async Task An_account_that_has_too_many_open_is_told_to_wait_and_gets_its_place_back()
    {
        var open = new List<WatchedPlan>();
        for (var n = 0; n < ChangeFeed.MostOfAccount; n++)
            open.Add(await WatchedPlan.OpenAsync(api.Client, Changes));
        var refused = (await api.GetAsync(Changes)).ShouldBe(429);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter!.Delta);
        foreach (var stream in open)
            await stream.DisposeAsync();
        await using var free = await EventuallyAsync(() => WatchedPlan.OpenAsync(api.Client, Changes));
    }

    [Fact]
    public async Task One_who_does_not_read_is_let_go_without_a_gap_and_harms_nobody()
    {
        var feed = api.Host.Services.GetRequiredService<ChangeFeed>();
        var (lazy, _) = await feed.JoinAsync("19-2024", null, TestContext.Current.CancellationToken);
        var (eager, _) = await feed.JoinAsync("19-2024", null, TestContext.Current.CancellationToken);
        const int events = ChangeSubscription.MostWaiting + 100;
        var read = new List<long>();
        // A part at a time, so that the one who reads is never far behind, however busy the machine.
        while (read.Count < events)
        {
            await AppendAsync(100);
            read.AddRange(await FirstAsync(eager!, 100, read.LastOrDefault(eager!.Joined)));
        }
        var expected = (await ExpectedAsync(lazy!.Joined))[..events];
        Assert.Equal(expected, read);
        // It ends by itself, and what it has is the beginning.
        Assert.Equal(expected[..ChangeSubscription.MostWaiting], await FirstAsync(lazy, int.MaxValue, lazy.Joined));
        lazy.Dispose();
        eager!.Dispose();
    }

    private static async Task<List<long>> FirstAsync(ChangeSubscription subscription, int count, long after)
    {
        var got = new List<long>();
        await foreach (var change in subscription.AfterAsync(after, TestContext.Current.CancellationToken))
        {
            got.Add(change.Position);
            if (got.Count == count)
                break;
        }
        return got;
    }

    /// <summary>Many small events in one transaction: progress of one program.</summary>
    private async Task AppendAsync(int count)
    {
        var id = await api.PlanProgramAsync();
        await using var session = api.Host.Services.GetRequiredService<Marten.IDocumentStore>().LightweightSession();
        session.Events.Append(
            id,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(n => new Domain.Programs.ProgressReported(
                        "19-2024",
                        "19.05",
                        n % 100,
                        new(2024, 5, 1),
                        null,
                        null,
                        null
                    )),
            ]
        );
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task WriteAsync(int events)
    {
        await Parallel.ForAsync(
            0,
            4,
            TestContext.Current.CancellationToken,
            async (_, _) =>
            {
                var id = await api.PlanProgramAsync();
                for (var n = 1; n < events / 4; n++)
                    (
                        await api.PostAsync($"/api/programs/{id}/progress", new { percent = n, asOf = "2024-05-01" })
                    ).ShouldBe(200);
            }
        );
    }

    private Task<Reply> PlanAsync() => api.PostAsync("/api/programs", ApiWithPlan.Proposal());

    private async Task<Reply> AssessAsync()
    {
        var reply = await api.PutAsync(
            "/api/assessments/19.06-2023/indicators/1",
            new { level = 3, evidence = $"{Guid.NewGuid()}" }
        );
        return reply.Status == 201 ? reply : reply.ShouldBe(200);
    }

    private async Task<long> LastAsync() => (await ExpectedAsync(0))[^1];

    /// <summary>What a fold of the plan reads.</summary>
    private async Task<List<long>> ExpectedAsync(long after) =>
        [
            .. (
                await api
                    .Host.Services.GetRequiredService<EventReader>()
                    .PlanAsync("19-2024", long.MaxValue, TestContext.Current.CancellationToken)
            )
                .Select(stored => stored.Position)
                .Where(position => position > after),
        ];

    private static async Task<WatchedPlan> EventuallyAsync(Func<Task<WatchedPlan>> open)
    {
        for (var tries = 50; ; tries--)
            try
            {
                return await open();
            }
            catch (HttpRequestException) when (tries > 0)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
    }
}
