using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>Each input is hostile: a clear reason naming the field, and nothing stored.</summary>
public sealed class BadInputTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    public static TheoryData<string, string, int, string> Fields =>
        new()
        {
            { "estimatedCost", "1e400", 400, "estimatedCost" },
            { "estimatedCost", "-1", 422, "estimatedCost" },
            { "estimatedCost", "100000000000001", 422, "estimatedCost" },
            { "estimatedCost", "1e28", 422, "estimatedCost" },
            { "estimatedCost", "0.5", 422, "estimatedCost" },
            { "estimatedCost", "\"50\"", 400, "estimatedCost" },
            { "estimatedCost", "NaN", 400, "estimatedCost" },
            { "title", "\"abcde\\u0000\"", 422, "title" },
            { "title", "\"\\ud800 abcdef\"", 400, "title" },
            { "title", "null", 400, "title" },
            { "title", "7", 400, "title" },
            { "title", "\"    \"", 422, "title" },
            { "description", "\"\\u0000\"", 422, "description" },
            { "leadAgency", "\"ab\\u0000c\"", 422, "leadAgency" },
            { "reference", "\"ab\\u0000c\"", 422, "reference" },
            { "plan", "\"\\u0000\"", 422, "plan" },
            { "plan", "\"19-2031\"", 422, "plan" },
            { "government", "\"\\u0000\"", 422, "government" },
            { "government", "\"19.0\"", 422, "government" },
            { "government", "\"99\"", 422, "government" },
            { "priority", "\"'; drop table\"", 422, "priority" },
            { "locations", "[\"19.01.01\"]", 422, "locations" },
            { "locations", "[\"19.05.99\"]", 422, "locations" },
            { "locations", "[]", 422, "locations" },
            { "locations", "[null]", 400, "locations" },
            { "locations", "null", 400, "locations" },
            { "spbeIndicators", "[null]", 400, "spbeIndicators" },
            { "spbeIndicators", "[{\"number\":48,\"level\":3}]", 422, "spbeIndicators" },
            { "schedule", "{\"start\":\"9999-01-01\",\"end\":\"9999-12-31\"}", 422, "schedule.start" },
            { "schedule", "{\"start\":\"2024-02-30\",\"end\":\"2024-03-01\"}", 400, "schedule.start" },
            { "schedule", "{\"start\":\"2024-03-01\"}", 400, "schedule.end" },
            { "output", "{\"indicator\":\"abc\",\"target\":0,\"unit\":\"x\"}", 422, "output.target" },
            { "output", "{\"indicator\":\"abc\",\"target\":1,\"unit\":\"x\",\"more\":1}", 400, "output.more" },
            { "relations", "[{\"kind\":\"follows\",\"program\":\"\\u0000\"}]", 422, "relations[0].program" },
            { "relations", "[{\"kind\":\"likes\",\"program\":\"x\"}]", 400, "relations[0].kind" },
            { "subActivity", "{\"edition\":\"90/2019\",\"code\":\"2.16\"}", 422, "subActivity" },
            { "more", "1", 400, "more" },
            { "relations", "[{\"kind\":\"follows, complements\",\"program\":\"x\"}]", 400, "relations[0].kind" },
            { "relations", "[{\"kind\":\"FOLLOWS\",\"program\":\"x\"}]", 400, "relations[0].kind" },
            { "estimatedCost", "1.00000000000000000000000000000001", 400, "estimatedCost" },
            { "estimatedCost", "1e-40", 400, "estimatedCost" },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_bad_member_is_refused_by_name(string member, string json, int status, string field)
    {
        var before = await api.EventCountAsync();
        var body = WithRaw(member, json);
        var refused = (await api.PostTextAsync("/api/programs", body)).ShouldBe(status);
        Assert.Contains(field, refused.Errors.Select(error => error.Field));
        Assert.DoesNotContain("Exception", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Coordination.Domain", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await api.EventCountAsync());
    }

    public static TheoryData<string> Bodies =>
        ["", "null", "[]", "{", "7", new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"plan\":", 20_000))];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_program_is_400(string body) =>
        (await api.PostTextAsync("/api/programs", body)).ShouldBe(400);

    [Fact]
    public async Task A_member_given_twice_is_400()
    {
        var body = JsonSerializer.Serialize(ApiWithPlan.Proposal());
        var refused = (await api.PostTextAsync("/api/programs", body[..^1] + ",\"title\":\"Judul kedua\"}")).ShouldBe(
            400
        );
        Assert.Contains("title", refused.Errors.Select(error => error.Field));
        Assert.DoesNotContain("Coordination.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_another_encoding_than_UTF_8_is_415() =>
        (await api.PostTextAsync("/api/programs", "{}", "application/json; charset=bogus")).ShouldBe(415);

    [Fact]
    public async Task All_broken_rules_come_together()
    {
        var proposal = ApiWithPlan.Proposal(
            ("title", ""),
            ("priority", "x"),
            ("estimatedCost", 0),
            ("government", "99")
        );
        var refused = (await api.PostAsync("/api/programs", proposal)).ShouldBe(422);
        Assert.Equal(
            ["estimatedCost", "government", "priority", "title"],
            refused.Errors.Select(error => error.Field).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Missing_members_come_together()
    {
        var refused = (await api.PostAsync("/api/programs", new { plan = "19-2024" })).ShouldBe(400);
        Assert.Contains(("missing", "title"), refused.Errors);
        Assert.Contains(("missing", "locations"), refused.Errors);
    }

    [Theory]
    [InlineData("/api/programs/19.05-2024-ZZZZZ")]
    [InlineData("/api/programs/nothing")]
    [InlineData("/api/programs/19.05-2024-ZZZZZ/events")]
    [InlineData("/api/programs/plan-19-2024")]
    [InlineData("/api/plans/19-2031")]
    [InlineData("/api/plans/nothing/board")]
    [InlineData("/api/plans/19-2031/implementation")]
    [InlineData("/api/plans/19-2024/board?position=999999999")]
    [InlineData("/api/plans/19-2024/board?asOf=2001-01-01")]
    [InlineData("/nothing")]
    public async Task What_the_path_names_and_does_not_exist_is_404(string url) =>
        (await api.GetAsync(url)).ShouldBe(404);

    [Theory]
    [InlineData("/api/plans/19-2024/board?asOf=yesterday", 400)]
    [InlineData("/api/plans/19-2024/board?asOf=2024-06-30T00:00:00", 400)]
    [InlineData("/api/plans/19-2024/board?asOf=9999-12-31", 422)]
    [InlineData("/api/plans/19-2024/board?asOf=9999-12-31T23:59:59Z", 422)]
    [InlineData("/api/plans/19-2024/board?asOf=0001-01-01", 404)]
    [InlineData("/api/plans/19-2024/board?asOf=12:00Z", 400)]
    [InlineData("/api/programs?location=%25", 400)]
    [InlineData("/api/programs?location=19.0", 400)]
    [InlineData("/api/plans/19-2024/board?position=0", 400)]
    [InlineData("/api/plans/19-2024/board?position=-1", 400)]
    [InlineData("/api/plans/19-2024/board?atLeast=x", 400)]
    [InlineData("/api/programs?limit=0", 400)]
    [InlineData("/api/programs?limit=201", 400)]
    [InlineData("/api/programs?cursor=x", 400)]
    [InlineData("/api/programs?status=done", 400)]
    [InlineData("/api/programs?sort=color", 400)]
    [InlineData("/api/programs?q=%00", 400)]
    public async Task A_bad_query_is_refused(string url, int status) => (await api.GetAsync(url)).ShouldBe(status);

    [Theory]
    [InlineData("If-Match", "3", 400)]
    [InlineData("If-Match", "\"x\"", 400)]
    [InlineData("Idempotency-Key", " ", 400)]
    public async Task A_bad_header_is_refused(string name, string value, int status) =>
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(), (name, value))).ShouldBe(status);

    [Fact]
    public async Task Script_and_sql_in_texts_are_kept_as_they_are()
    {
        const string title = "<script>alert('x')</script>'; drop table mt_events;--";
        var id = await api.PlanProgramAsync(("title", title));
        var shown = (await api.GetAsync($"/api/programs/{id}")).ShouldBe(200);
        Assert.Equal(title, shown.Json.GetProperty("title").GetString());
        (await api.GetAsync("/api/programs?q=%27%3B%20drop%20table&plan=%25")).ShouldBe(200);
    }

    private static string WithRaw(string member, string json)
    {
        var proposal = ApiWithPlan.Proposal();
        proposal.Remove(member);
        return $"{JsonSerializer.Serialize(proposal)[..^1]},\"{member}\":{json}}}";
    }
}
