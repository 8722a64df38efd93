using System.Text.Json;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Api;

public sealed partial class TasksTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    private const string Tasks = "/api/plans/19-2024/tasks";

    /// <summary>The end of the example's year, which views that still catch up do not change.</summary>
    private const string AtTheEnd = $"{Tasks}?asOf=2024-12-31";

    [Fact]
    public async Task The_next_step_of_each_is_an_operation_that_there_is_at_that_path()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).ShouldBe(200).Json;
        var paths = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Select(operation => (Id: operation.Value.GetProperty("operationId").GetString()!, path.Name))
            )
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
        var tasks = await AllAsync($"{AtTheEnd}&limit=200");
        Assert.NotEmpty(tasks);
        foreach (var task in tasks)
        {
            var next = task.GetProperty("next");
            var template = paths[next.GetProperty("operation").GetString()!];
            var pattern = $"^{Part().Replace(template, "[^/]+")}$";
            Assert.Matches(pattern, next.GetProperty("path").GetString()!.Split('?')[0]);
        }
    }

    [Fact]
    public async Task Those_of_one_government_are_its_part_of_all()
    {
        var all = await AllAsync($"{AtTheEnd}&limit=200");
        var own = await AllAsync($"{AtTheEnd}&limit=200&government=19.05");
        Assert.NotEmpty(own);
        Assert.Equal(
            all.Where(task => task.GetProperty("government").GetString() == "19.05").Select(Id),
            own.Select(Id)
        );
        (await api.GetAsync($"{Tasks}?government=19.0")).ShouldBe(400);
    }

    [Fact]
    public async Task Pages_join_to_the_whole_list()
    {
        var all = await AllAsync($"{AtTheEnd}&limit=200");
        Assert.Equal(all.Select(Id), (await AllAsync($"{AtTheEnd}&limit=7")).Select(Id));
        (await api.GetAsync($"{Tasks}?cursor=semua")).ShouldBe(400);
    }

    [Fact]
    public async Task It_is_a_table_has_a_past_and_is_not_sent_again()
    {
        var live = (await api.GetAsync(AtTheEnd)).ShouldBe(200);
        Assert.Equal(304, (await api.GetAsync(AtTheEnd, ("If-None-Match", live.ETag!))).Status);
        var table = (await api.GetAsync(AtTheEnd, ("Accept", "text/csv"))).ShouldBe(200).Text;
        Assert.StartsWith("plan,position,asOf,id,kind,government,governmentName,", table, StringComparison.Ordinal);
        Assert.Contains(",Kabupaten Bangka Barat,", table, StringComparison.Ordinal);
        var past = (await AllAsync($"{Tasks}?asOf=2024-06-30&limit=200")).ToList();
        Assert.Contains(past, task => task.GetProperty("kind").GetString() == "report-due");
        (await api.GetAsync("/api/plans/19-2099/tasks")).ShouldBe(404);
        (await api.GetAsync($"{Tasks}?asOf=2999-01-01")).ShouldBe(422);
    }

    private async Task<List<JsonElement>> AllAsync(string url)
    {
        var items = new List<JsonElement>();
        for (var next = url; next is not null; )
        {
            var page = (await api.GetAsync(next)).ShouldBe(200).Json;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            var cursor = page.GetProperty("next").GetString();
            next = cursor is null ? null : $"{url}&cursor={Uri.EscapeDataString(cursor)}";
        }
        return items;
    }

    private static string? Id(JsonElement task) => task.GetProperty("id").GetString();

    [GeneratedRegex("{[a-z]+}", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
