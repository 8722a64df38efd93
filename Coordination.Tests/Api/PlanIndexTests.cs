using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Domain.Harmonization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Coordination.Tests.Api;

/// <summary>Assessments on a plan's views: that they move its position, and that live and past are one.</summary>
public sealed class PlanIndexTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Board = "/api/plans/19-2024/board";
    private const string Index = "/api/plans/19-2024/index";

    [Fact]
    public async Task An_assessment_event_affects_every_plan_of_the_province()
    {
        // A government that no other test assesses: the same level again would be no event.
        var assessed = await AssessAsync("19.04", 2);
        var position = assessed.Json.GetProperty("position").GetInt64();
        foreach (var plan in (string[])["19-2024", "19-2023"])
        {
            var board = (await api.GetAsync($"/api/plans/{plan}/board?atLeast={position}")).ShouldBe(200).Json;
            Assert.Equal(position, board.GetProperty("position").GetInt64());
            Assert.Equal(2, IndexOf(board, "19.04").GetProperty("forecast").GetDecimal());
        }
    }

    [Fact]
    public async Task A_plan_that_is_opened_later_shows_what_was_assessed_before()
    {
        await AssessAsync("19.06", 3);
        var opened = (await api.OpenPlanAsync(2025)).ShouldBe(201);
        var position = opened.Json.GetProperty("position").GetInt64();
        var board = (await api.GetAsync($"/api/plans/19-2025/board?atLeast={position}")).ShouldBe(200).Json;
        Assert.Equal(
            (position, 3m),
            (board.GetProperty("position").GetInt64(), IndexOf(board, "19.06").GetProperty("forecast").GetDecimal())
        );
    }

    [Fact]
    public async Task Live_and_past_are_byte_for_byte_the_fold_whichever_came_last()
    {
        await AssessAsync("19.05", 2);
        var id = await api.PlanProgramAsync(("spbeIndicators", new[] { new { number = 18, level = 5 } }));
        await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(50_000_000));
        var last = await AssessAsync("19.71", 4);
        var position = last.Json.GetProperty("position").GetInt64();

        foreach (var url in (string[])[Board, Index])
        {
            var live = (await api.GetAsync($"{url}?atLeast={position}")).ShouldBe(200);
            Assert.Equal(live.Text, (await api.GetAsync(url)).Text);
            await api.BoardAfterAsync(await AssessAsync("19.71", url == Board ? 3 : 5));
            var today = live.Json.GetProperty("asOf").GetString();
            var past = (await api.GetAsync($"{url}?position={position}&asOf={today}")).ShouldBe(200);
            Assert.Equal((live.Text, live.ETag), (past.Text, past.ETag));
            position = (await api.GetAsync(url)).Json.GetProperty("position").GetInt64();
        }
        var reader = api.Host.Services.GetRequiredService<EventReader>();
        var events = await reader.PlanAsync("19-2024", position, TestContext.Current.CancellationToken);
        var board = (await api.GetAsync(Board)).Json.Deserialize<Board>(CanonicalJson.Options)!;
        Assert.Equal(Json.Of(Boards.Fold(events, board.AsOf)), Json.Of(board));
    }

    [Fact]
    public async Task A_board_kept_for_another_day_is_made_anew()
    {
        await api.BoardAfterAsync(await AssessAsync("19.02", 3));
        var live = (await api.GetAsync(Board)).ShouldBe(200);
        await using var source = NpgsqlDataSource.Create(api.ConnectionString);
        await using var yesterday = source.CreateCommand(
            "update coordination.board_answer set day = day - 1, body = 'basi'::bytea where plan = '19-2024'"
        );
        Assert.Equal(1, await yesterday.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(live.Text, (await api.GetAsync(Board)).ShouldBe(200).Text);
        await using var kept = source.CreateCommand(
            "select body from coordination.board_answer where plan = '19-2024'"
        );
        Assert.Equal(live.Bytes, await kept.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_day_selects_what_was_published_by_then_at_any_position()
    {
        var published = await api.PostAsync(
            "/api/assessments/19.04-2023/publication",
            new
            {
                domains = new[] { 4.5, 3.4, 2.45, 4.13 },
                index = 3.72,
                decree = "KepmenPANRB 13/2024",
                publishedOn = "2024-01-11",
            }
        );
        var position = published.Json.GetProperty("position").GetInt64();
        await api.BoardAfterAsync(published);
        foreach (var (day, index) in ((string, decimal?)[])[("2024-01-11", 3.72m), ("2024-01-10", null)])
        {
            var row = IndexOf(
                (await api.GetAsync($"{Board}?position={position}&asOf={day}")).ShouldBe(200).Json,
                "19.04"
            );
            var current = row.GetProperty("current");
            Assert.Equal(index, current.ValueKind == JsonValueKind.Null ? null : current.GetDecimal());
        }
    }

    [Fact]
    public async Task The_view_says_what_moves_the_index_and_is_a_table()
    {
        await AssessAsync("19.03", 2);
        var id = await api.PlanProgramAsync(
            ("government", "19.03"),
            ("locations", new[] { "19.03" }),
            ("spbeIndicators", new[] { new { number = 42, level = 5 } })
        );
        var funded = await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(1_000_000));
        await api.BoardAfterAsync(funded);
        var view = (await api.GetAsync(Index)).ShouldBe(200).Json;
        var row = view.GetProperty("governments")
            .EnumerateArray()
            .Single(g => g.GetProperty("code").GetString() == "19.03");
        var gain = row.GetProperty("programs")[0];
        Assert.Equal(
            (id, 0.09m, 1.8m, 2.09m),
            (
                gain.GetProperty("program").GetString(),
                gain.GetProperty("gain").GetDecimal(),
                gain.GetProperty("gainPerBillion").GetDecimal(),
                row.GetProperty("range").GetProperty("planned").GetProperty("index").GetDecimal()
            )
        );
        var table = (await api.GetAsync(Index, ("Accept", "text/csv"))).ShouldBe(200).Text;
        Assert.EndsWith(
            ",19.03,Kabupaten Bangka Selatan,,,,,,2,2,2,2.09,Cukup,",
            table.Split("\r\n").Single(line => line.Contains(",19.03,", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        (await api.GetAsync("/api/plans/19-2099/index")).ShouldBe(404);
        (await api.GetAsync("/api/plans/19-2099/index?position=1")).ShouldBe(404);
    }

    private Task<Reply> AssessAsync(string government, int level) =>
        api.PutAsync(
            $"/api/assessments/{government}-2023/indicators",
            new
            {
                indicators = Enumerable
                    .Range(1, 47)
                    .Select(number => new
                    {
                        number,
                        level,
                        evidence = "Perbup 21/2023",
                    }),
            }
        );

    private static JsonElement IndexOf(JsonElement board, string government) =>
        board
            .GetProperty("governments")
            .EnumerateArray()
            .Single(row => row.GetProperty("code").GetString() == government)
            .GetProperty("index");
}
