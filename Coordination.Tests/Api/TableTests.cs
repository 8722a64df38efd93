using Coordination.Api.Tables;
using Coordination.Tests.Tables;

namespace Coordination.Tests.Api;

public sealed class TableTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private static readonly (string, string) AsTable = ("Accept", "text/csv");

    [Theory]
    [InlineData("/api/plans", "id,province,provinceName")]
    [InlineData("/api/programs", "id,plan,government,governmentName")]
    [InlineData("/api/plans/19-2024/board", "plan,position,asOf,government,governmentName,priority,priorityName,state")]
    [InlineData("/api/plans/19-2024/harmonization", "plan,position,asOf,government")]
    [InlineData(
        "/api/plans/19-2024/findings",
        "plan,position,asOf,id,kind,grade,severity,status,governments,governmentNames"
    )]
    [InlineData("/api/plans/19-2024/implementation", "government,governmentName,active")]
    [InlineData("/api/plans/19-2024/constraints", "government,governmentName,networkInfrastructure")]
    [InlineData("/api/plans/19-2024/funding", "plan,position,asOf,validAt,government")]
    [InlineData("/api/plans/19-2024/index", "plan,position,asOf,government,governmentName,current")]
    [InlineData("/api/assessments", "id,government,governmentName,year")]
    [InlineData("/api/coverage", "location,locationName,level,government,governmentName")]
    [InlineData("/api/reference/governments", "code,name,tier")]
    [InlineData("/api/reference/national-applications", "application,does,terms,names")]
    [InlineData("/api/reference/central-affairs", "affair,terms,law")]
    [InlineData("/api/reference/sub-activities", "edition,tier,level")]
    public async Task Every_list_and_the_board_come_as_a_table(string url, string header)
    {
        var table = (await api.GetAsync(url, AsTable)).ShouldBe(200);
        Assert.Equal("text/csv", table.ContentType);
        Assert.StartsWith(header, table.Text, StringComparison.Ordinal);
        Assert.NotEqual((await api.GetAsync(url)).ETag, table.ETag);
        Assert.Equal(304, (await api.GetAsync(url, AsTable, ("If-None-Match", table.ETag!))).Status);

        // The same table as a workbook, asked for in either way.
        var sheet = (await api.GetAsync(url, ("Accept", Table.XlsxType))).ShouldBe(200);
        Assert.Equal(Table.XlsxType, sheet.ContentType);
        Assert.NotEqual(table.ETag, sheet.ETag);
        Assert.Equal(304, (await api.GetAsync($"{url}?format=xlsx", ("If-None-Match", sheet.ETag!))).Status);
        var book = WrittenWorkbook.Read(sheet.Bytes);
        Assert.Empty(book.Problems);
        Assert.Equal("pane frozen", book.Pane(0));
        var lines = table.Text.TrimEnd().Split("\r\n");
        Assert.Equal(lines.Length, book.Rows(0).Count);
        Assert.Equal(lines[0], string.Join(',', book.Rows(0)[0]));
        Assert.Equal("csv", (await api.GetAsync($"{url}?format=csv")).ShouldBe(200).ContentType![^3..]);
        Assert.Equal("json", (await api.GetAsync($"{url}?format=json", AsTable)).ShouldBe(200).ContentType![^4..]);
        (await api.GetAsync($"{url}?format=pdf")).ShouldBe(400);
    }

    [Fact]
    public async Task A_table_without_a_limit_is_the_whole_list()
    {
        for (var n = 0; n < 51; n++)
            await api.PostAsync(
                "/api/programs",
                ApiWithPlan.Proposal(("government", "19.02"), ("locations", new[] { "19.02" }))
            );
        var last = await api.PostAsync("/api/programs", ApiWithPlan.Proposal());
        await api.BoardAfterAsync(last);
        var table = (await api.GetAsync("/api/programs?government=19.02", AsTable)).ShouldBe(200);
        Assert.Equal(51 + 1, table.Text.TrimEnd().Split("\r\n").Length);
        Assert.Null(table.Link);
        Assert.Equal(
            50,
            (await api.GetAsync("/api/programs?government=19.02")).Json.GetProperty("items").GetArrayLength()
        );
    }

    [Theory]
    [InlineData("/api/plans/19-2024/board")]
    [InlineData("/api/plans/19-2024/implementation")]
    [InlineData("/api/plans/19-2024/funding")]
    [InlineData("/api/plans/19-2024/index")]
    public async Task A_value_that_is_not_there_is_an_empty_cell(string url)
    {
        var planned = (await api.PostAsync("/api/programs", ApiWithPlan.Proposal())).ShouldBe(201);
        await api.PostAsync(planned.Location + "/funding", ApiWithPlan.Allocated(1));
        await api.BoardAfterAsync(planned);
        var lines = (await api.GetAsync(url, AsTable)).Text.TrimEnd().Split("\r\n");
        Assert.All(lines, line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public async Task The_boards_table_has_a_row_for_each_cell_with_names_and_codes()
    {
        await api.BoardAfterAsync(await api.PostAsync("/api/programs", ApiWithPlan.Proposal()));
        var lines = (await api.GetAsync("/api/plans/19-2024/board", AsTable)).Text.TrimEnd().Split("\r\n");
        Assert.Equal(1 + 8 * 12, lines.Length);
        Assert.Contains(
            lines,
            line =>
                line.Contains(
                    "19.05,Kabupaten Bangka Barat,cyber-security,Keamanan siber,planned,",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_run_is_quoted()
    {
        var planned = await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("title", "=cmd|' /C calc'!A1")));
        await api.BoardAfterAsync(planned);
        var table = await api.GetAsync("/api/programs?q=calc", AsTable);
        Assert.Contains("'=cmd", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_of_a_table_stands_in_the_link_header()
    {
        for (var n = 0; n < 3; n++)
            await api.BoardAfterAsync(await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("government", "19"))));
        var first = await api.GetAsync("/api/programs?government=19&limit=2", AsTable);
        var next = first.Link!.Split('<', '>')[1];
        var second = (await api.GetAsync(next, AsTable)).ShouldBe(200);
        Assert.Equal(2 + 1, first.Text.TrimEnd().Split("\r\n").Length);
        Assert.Equal(1 + 1, second.Text.TrimEnd().Split("\r\n").Length);
        Assert.Null(second.Link);
    }
}
