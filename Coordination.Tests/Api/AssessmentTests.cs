using System.Text.Json;

namespace Coordination.Tests.Api;

public sealed class AssessmentTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly object Published = new
    {
        domains = new[] { 3.8, 2.5, 2.18, 3.69 },
        index = 3.16,
        decree = "KepmenPANRB 663/2024",
        publishedOn = "2024-12-31",
    };

    [Fact]
    public async Task An_assessment_is_begun_by_a_level_submitted_reopened_and_published()
    {
        const string url = "/api/assessments/19.01-2023";
        var begun = (await api.PutAsync($"{url}/indicators/17", Level(3))).ShouldBe(201);
        Assert.Equal((url, "\"1\""), (begun.Location, begun.ETag));
        Assert.Equal(1, begun.Json.GetProperty("assessed").GetInt32());
        (await api.PutAsync($"{url}/indicators/17", Level(3))).ShouldBe(200);
        Assert.Contains(
            ("assessment-incomplete", "indicators"),
            (await api.PostAsync($"{url}/submission", new { })).ShouldBe(422).Errors
        );

        var whole = (await api.PutAsync($"{url}/indicators", All(3))).ShouldBe(200).Json;
        Assert.Equal(
            (47, 3m, "Baik", "levels"),
            (
                whole.GetProperty("version").GetInt32(),
                whole.GetProperty("index").GetDecimal(),
                whole.GetProperty("predicate").GetString(),
                whole.GetProperty("basis").GetString()
            )
        );
        Assert.Equal("submitted", Text(await api.PostAsync($"{url}/submission", new { }), "status"));
        (await api.PutAsync($"{url}/indicators/17", Level(4))).ShouldBe(409);
        Assert.Equal("draft", Text(await api.PostAsync($"{url}/reopening", new { reason = "Salah unggah" }), "status"));
        (await api.PutAsync($"{url}/indicators/17", Level(4))).ShouldBe(200);
        var published = (await api.PostAsync($"{url}/publication", Published)).ShouldBe(200);
        Assert.Equal(3.16m, published.Json.GetProperty("published").GetProperty("index").GetDecimal());

        var shown = (await api.GetAsync(url)).ShouldBe(200);
        Assert.Equal(published.ETag, shown.ETag);
        Assert.Equal(3.025m, shown.Json.GetProperty("index").GetDecimal());
    }

    [Fact]
    public async Task A_publication_alone_shows_its_figures()
    {
        var created = (await api.PostAsync("/api/assessments/19.02-2024/publication", Published)).ShouldBe(201);
        Assert.Equal("/api/assessments/19.02-2024", created.Location);
        Assert.Equal(
            ("publication", 3.16m, "Baik", 2.18m),
            (
                Text(created, "basis"),
                created.Json.GetProperty("index").GetDecimal(),
                Text(created, "predicate"),
                created.Json.GetProperty("domains")[2].GetProperty("index").GetDecimal()
            )
        );
    }

    [Theory]
    [InlineData("/api/assessments/19.99-2024/indicators/1")]
    [InlineData("/api/assessments/19.05-2017/indicators/1")]
    [InlineData("/api/assessments/19.05-2024/indicators/48")]
    [InlineData("/api/assessments/19.05-2024/indicators/satu")]
    [InlineData("/api/assessments/bangka/indicators/1")]
    public async Task A_path_that_names_nothing_is_404(string url) => (await api.PutAsync(url, Level(3))).ShouldBe(404);

    [Fact]
    public async Task An_assessment_that_nobody_has_begun_is_404()
    {
        (await api.GetAsync("/api/assessments/19.06-2022")).ShouldBe(404);
        (await api.GetAsync("/api/assessments/bangka")).ShouldBe(404);
        (await api.PostAsync("/api/assessments/19.06-2022/submission", new { })).ShouldBe(404);
    }

    [Fact]
    public async Task A_command_that_is_refused_leaves_nothing()
    {
        var before = await api.EventCountAsync();
        (await api.PutAsync("/api/assessments/19.06-2021/indicators", All(6))).ShouldBe(422);
        (
            await api.PutAsync("/api/assessments/19.06-2021/indicators/1", new { level = 3.5, evidence = "SK 1" })
        ).ShouldBe(400);
        (await api.PutAsync("/api/assessments/19.06-2021/indicators/1", new { level = 3 })).ShouldBe(400);
        Assert.Equal(before, await api.EventCountAsync());
        (await api.GetAsync("/api/assessments/19.06-2021")).ShouldBe(404);
    }

    [Fact]
    public async Task A_stale_version_is_412_and_a_key_makes_repeating_safe()
    {
        const string url = "/api/assessments/19.03-2023/indicators/17";
        var first = await api.PutAsync(url, Level(3), ("Idempotency-Key", "satu"));
        (await api.PutAsync(url, Level(4), ("If-Match", "\"0\""))).ShouldBe(412);
        (await api.PutAsync(url, Level(4), ("If-Match", "\"1\""))).ShouldBe(200);
        var again = (await api.PutAsync(url, Level(3), ("Idempotency-Key", "satu"))).ShouldBe(201);
        Assert.Equal(first.Text, again.Text);
        (await api.PutAsync(url, Level(5), ("Idempotency-Key", "satu"))).ShouldBe(422);
    }

    [Fact]
    public async Task An_assessment_is_shown_as_it_was()
    {
        const string url = "/api/assessments/19.04-2023";
        var first = await api.PutAsync($"{url}/indicators/17", Level(3));
        await api.PutAsync($"{url}/indicators/17", Level(4));
        var past = (await api.GetAsync($"{url}?position={first.Json.GetProperty("position")}")).ShouldBe(200).Json;
        Assert.Equal(3, past.GetProperty("levels")[16].GetProperty("level").GetInt32());
        Assert.Equal(JsonValueKind.String, past.GetProperty("asOf").ValueKind);
        (await api.GetAsync($"{url}?asOf=2024-01-01")).ShouldBe(404);
        (await api.GetAsync($"{url}?asOf=2999-01-01")).ShouldBe(422);
    }

    [Fact]
    public async Task The_list_is_by_id_filtered_paged_and_a_table()
    {
        foreach (var id in (string[])["19.71-2021", "19.71-2022", "19-2022", "19.71-2020"])
            await api.PutAsync($"/api/assessments/{id}/indicators/17", Level(3));
        await api.PostAsync("/api/assessments/19.71-2022/publication", Published);

        Assert.Equal(
            ["19.71-2020", "19.71-2021", "19.71-2022"],
            Ids(await api.GetAsync("/api/assessments?government=19.71"))
        );
        Assert.Equal(["19-2022", "19.71-2022"], Ids(await api.GetAsync("/api/assessments?year=2022")));
        var first = await api.GetAsync("/api/assessments?government=19.71&limit=2");
        Assert.Equal(["19.71-2020", "19.71-2021"], Ids(first));
        await api.PutAsync("/api/assessments/19.71-2022/indicators/18", Level(3));
        var cursor = first.Json.GetProperty("next").GetString();
        var second = await api.GetAsync($"/api/assessments?government=19.71&limit=2&cursor={cursor}");
        Assert.Equal(["19.71-2022"], Ids(second));
        Assert.Equal(1, second.Json.GetProperty("items")[0].GetProperty("assessed").GetInt32());
        (await api.GetAsync($"/api/assessments?year=2022&limit=2&cursor={cursor}")).ShouldBe(400);
        (await api.GetAsync("/api/assessments?year=kemarin")).ShouldBe(400);

        var table = (await api.GetAsync("/api/assessments?government=19.71", ("Accept", "text/csv")))
            .ShouldBe(200)
            .Text;
        Assert.Contains(
            "19.71-2022,19.71,Kota Pangkalpinang,2022,59/2020,draft,2,47,3.16,Baik,publication,3.16,Baik,"
                + "KepmenPANRB 663/2024,2024-12-31,3,",
            table,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_index_is_computed_and_nothing_stored()
    {
        var before = await api.EventCountAsync();
        var computed = (await api.PostAsync("/api/spbe-index", new { domains = new[] { 3.5, 3.5, 3.45, 3.51 } }))
            .ShouldBe(200)
            .Json;
        Assert.Equal(
            (3.4963m, "Baik"),
            (computed.GetProperty("index").GetDecimal(), computed.GetProperty("predicate").GetString())
        );
        Assert.False(computed.TryGetProperty("aspects", out _));
        var levels = (await api.PostAsync("/api/spbe-index", new { levels = Enumerable.Repeat(4, 47) })).ShouldBe(200);
        Assert.Equal(8, levels.Json.GetProperty("aspects").GetArrayLength());
        var refused = (await api.PostAsync("/api/spbe-index", new { levels = new[] { 6 } })).ShouldBe(422);
        Assert.Equal([("levels-count", "levels"), ("level-invalid", "levels[0]")], refused.Errors);
        (await api.PostAsync("/api/spbe-index", new { levels = new[] { "empat" } })).ShouldBe(400);
        Assert.Equal(before, await api.EventCountAsync());
    }

    private static object Level(int level) => new { level, evidence = "Perbup 21/2023" };

    private static object All(int level) =>
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
        };

    private static IEnumerable<string?> Ids(Reply list) =>
        list.ShouldBe(200)
            .Json.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("id").GetString());

    private static string? Text(Reply reply, string member) => reply.Json.GetProperty(member).GetString();
}
