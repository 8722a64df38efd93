using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>What a newcomer sees of the example plan's findings.</summary>
public sealed class ExampleFindingsViewTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    private const string Findings = "/api/plans/19-2024/findings";

    [Theory]
    [InlineData("overlap")]
    [InlineData("national-duplicate")]
    [InlineData("gap")]
    [InlineData("prerequisite")]
    [InlineData("funding-gap")]
    [InlineData("double-funding")]
    [InlineData("authority")]
    [InlineData("target")]
    [InlineData("schedule")]
    [InlineData("constraint")]
    public async Task Each_kind_is_found_with_reasons_and_a_recommendation(string kind)
    {
        var list = (await api.GetAsync($"{Findings}?kind={kind}&asOf=2024-12-31")).ShouldBe(200).Json;
        var found = list.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(found);
        Assert.All(
            found,
            finding =>
            {
                Assert.Equal(kind, finding.GetProperty("kind").GetString());
                Assert.Equal("open", finding.GetProperty("status").GetString());
                Assert.NotEqual(0, finding.GetProperty("evidence").GetProperty("reasons").GetArrayLength());
                Assert.False(
                    string.IsNullOrEmpty(finding.GetProperty("recommendation").GetProperty("why").GetString())
                );
            }
        );
    }

    [Fact]
    public async Task The_whole_view_is_the_board_and_the_findings_of_the_same_point()
    {
        var view = (await api.GetAsync("/api/plans/19-2024/harmonization?asOf=2024-06-30")).ShouldBe(200).Json;
        var board = (await api.GetAsync("/api/plans/19-2024/board?asOf=2024-06-30")).ShouldBe(200).Json;
        foreach (var part in board.EnumerateObject())
            Assert.Equal(part.Value.GetRawText(), view.GetProperty(part.Name).GetRawText());
        var findings = await AllAsync($"{Findings}?asOf=2024-06-30&limit=40");
        Assert.Equal(
            findings.Select(finding => finding.GetRawText()),
            view.GetProperty("findings").EnumerateArray().Select(finding => finding.GetRawText())
        );
        foreach (var row in board.GetProperty("governments").EnumerateArray())
            Assert.Equal(
                findings.Count(finding =>
                    finding
                        .GetProperty("governments")
                        .EnumerateArray()
                        .Any(code => code.GetString() == row.GetProperty("code").GetString())
                ),
                row.GetProperty("findings").GetInt32()
            );
    }

    [Fact]
    public async Task What_was_declared_as_parts_of_one_thing_is_listed_only_when_asked_for()
    {
        var (usual, declared) = (
            await AllAsync($"{Findings}?limit=200"),
            await AllAsync($"{Findings}?grade=complementary")
        );
        Assert.NotEmpty(declared);
        Assert.All(declared, finding => Assert.Equal("complementary", finding.GetProperty("grade").GetString()));
        Assert.Empty(usual.Select(Id).Intersect(declared.Select(Id)));
    }

    [Fact]
    public async Task Every_filter_holds()
    {
        var all = await AllAsync($"{Findings}?limit=200&asOf=2024-12-31");
        var overlap = all.First(finding => finding.GetProperty("kind").GetString() == "overlap");
        var program = overlap.GetProperty("programs")[0].GetString();
        foreach (
            var (filter, holds) in ((string, Func<JsonElement, bool>)[])
                [
                    ("severity=high", finding => finding.GetProperty("severity").GetString() == "high"),
                    (
                        "government=19.05",
                        finding => finding.GetProperty("governments").ToString().Contains("\"19.05\"")
                    ),
                    ("status=accepted", _ => false),
                    ($"program={program}", finding => finding.GetProperty("programs").ToString().Contains(program!)),
                    (
                        "priority=village-internet",
                        finding =>
                            finding.TryGetProperty("priority", out var one) && one.GetString() == "village-internet"
                    ),
                    (
                        "grade=duplicate",
                        finding => finding.TryGetProperty("grade", out var one) && one.GetString() == "duplicate"
                    ),
                ]
        )
            Assert.Equal(
                all.Where(holds).Select(Id),
                (await AllAsync($"{Findings}?limit=200&asOf=2024-12-31&{filter}")).Select(Id)
            );
    }

    [Theory]
    [InlineData("kind=overlaps", "kind")]
    [InlineData("grade=1", "grade")]
    [InlineData("status=Open", "status")]
    [InlineData("severity=worst", "severity")]
    [InlineData("government=19.0", "government")]
    [InlineData("government=18.01", "government")]
    [InlineData("priority=none", "priority")]
    [InlineData("program=19.05", "program")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_filter_that_cannot_be_meant_is_400(string query, string field) =>
        Assert.Equal(field, (await api.GetAsync($"{Findings}?{query}")).ShouldBe(400).Errors[0].Field);

    [Fact]
    public async Task The_table_has_names_and_codes()
    {
        var table = (await api.GetAsync($"{Findings}?kind=overlap", ("Accept", "text/csv"))).ShouldBe(200).Text;
        Assert.Contains("overlap,duplicate,high,open,", table, StringComparison.Ordinal);
        Assert.Contains("Kabupaten Bangka Barat", table, StringComparison.Ordinal);
    }

    private static string? Id(JsonElement finding) => finding.GetProperty("id").GetString();

    private async Task<List<JsonElement>> AllAsync(string url)
    {
        var (all, next) = (new List<JsonElement>(), "");
        do
        {
            var page = (await api.GetAsync(next.Length == 0 ? url : $"{url}&cursor={next}")).ShouldBe(200).Json;
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() ?? "";
        } while (next.Length > 0);
        return all;
    }
}
