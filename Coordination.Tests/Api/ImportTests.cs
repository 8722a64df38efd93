using Coordination.Api.Tables;
using Coordination.Domain.Reference;
using Coordination.Tests.Tables;

namespace Coordination.Tests.Api;

public sealed class ImportTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Url = "/api/programs/import?plan=19-2024";

    [Fact]
    public async Task A_workbook_is_tried_planned_revised_and_known_again()
    {
        var file = FilledTemplate.Workbook(FilledTemplate.Row("A-1"), FilledTemplate.Row("A-2", "Internet desa Jebus"));
        var events = await api.EventCountAsync();
        var tried = (await SendAsync(file, "&dryRun=true")).ShouldBe(200).Json;
        Assert.Equal((2, 0, 0, 0), Counts(tried));
        Assert.True(tried.GetProperty("dryRun").GetBoolean());
        Assert.Equal("null", tried.GetProperty("rows")[0].GetProperty("program").GetRawText());
        Assert.Equal(events, await api.EventCountAsync());

        var planned = (await SendAsync(file)).ShouldBe(200).Json;
        Assert.Equal((2, 0, 0, 0), Counts(planned));
        Assert.Equal(events + 2, await api.EventCountAsync());
        var id = planned.GetProperty("rows")[0].GetProperty("program").GetString();
        var position = planned.GetProperty("position").GetInt64();
        var program = (await api.GetAsync($"/api/programs/{id}")).ShouldBe(200).Json;
        Assert.Equal("Internet desa Kecamatan Mentok", program.GetProperty("title").GetString());
        Assert.Equal(250_000_000, program.GetProperty("estimatedCost").GetDecimal());
        Assert.Equal("19.05.01.2004", program.GetProperty("locations")[0].GetString());
        Assert.Equal("2024-11-30", program.GetProperty("schedule").GetProperty("end").GetString());
        Assert.Equal(17, program.GetProperty("spbeIndicators")[0].GetProperty("number").GetInt32());
        (await api.GetAsync($"/api/plans/19-2024/board?atLeast={position}")).ShouldBe(200);

        Assert.Equal((0, 0, 2, 0), Counts((await SendAsync(file)).ShouldBe(200).Json));
        var changed = FilledTemplate.Csv(
            FilledTemplate.Row("A-1", "Internet desa Mentok dan Kelapa"),
            FilledTemplate.Row("A-2", "Internet desa Jebus")
        );
        var revised = (await api.PostTextAsync(Url, changed, "text/csv")).ShouldBe(200).Json;
        Assert.Equal((0, 1, 1, 0), Counts(revised));
        Assert.Equal(id, revised.GetProperty("rows")[0].GetProperty("program").GetString());
        Assert.Equal(events + 3, await api.EventCountAsync());
        // The reference is taken for single proposals too.
        (await api.PostAsync("/api/programs", ApiWithPlan.Proposal(("reference", "A-1")))).ShouldBe(422);
    }

    [Fact]
    public async Task Rows_that_are_refused_are_named_by_cell_and_nothing_is_stored_unless_the_others_are_to_be()
    {
        var bad = FilledTemplate.Row("B-1");
        (bad[2], bad[12], bad[15]) = ("nonsense", "01/03/2024", "250.000.000");
        var worse = FilledTemplate.Row("B-2", "x");
        var differs = FilledTemplate.Row("B-3");
        differs[0] = "19.05 – Kabupaten Bangka";
        var file = FilledTemplate.Workbook(bad, worse, differs, FilledTemplate.Row("B-4", "Internet desa Kelapa"));
        var events = await api.EventCountAsync();
        var refused = (await SendAsync(file)).ShouldBe(422);
        Assert.Equal(
            [
                ("day-malformed", "rows[2].start"),
                ("amount-malformed", "rows[2].estimatedCost"),
                ("text-length", "rows[3].title"),
                ("name-differs", "rows[4].government"),
            ],
            refused.Errors
        );
        Assert.Contains("(cell D3)", refused.Text, StringComparison.Ordinal);
        Assert.Equal(events, await api.EventCountAsync());

        var partial = (await SendAsync(file, "&partial=true")).ShouldBe(200).Json;
        Assert.Equal((1, 0, 0, 3), Counts(partial));
        Assert.Equal("M2", partial.GetProperty("rows")[0].GetProperty("errors")[0].GetProperty("cell").GetString());
        Assert.Equal(events + 1, await api.EventCountAsync());
    }

    [Fact]
    public async Task A_plan_that_is_not_there_or_closed_takes_nothing()
    {
        var file = FilledTemplate.Workbook(FilledTemplate.Row("C-1"));
        foreach (var plan in (string[])["19-2031", "x", ""])
            Assert.Equal(
                ("plan-unknown", "plan"),
                Assert.Single((await SendAsync(file, url: $"/api/programs/import?plan={plan}")).ShouldBe(422).Errors)
            );
        var closed = (await SendAsync(file, url: "/api/programs/import?plan=19-2023")).ShouldBe(422);
        Assert.Contains("plan-closed", closed.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task What_is_no_table_is_refused()
    {
        (await api.PostTextAsync(Url, "{}")).ShouldBe(415);
        (await SendAsync("not a zip"u8.ToArray())).ShouldBe(400);
        (await api.PostTextAsync(Url, "government,reference\n19.05,X", "text/csv")).ShouldBe(400);
        (await SendAsync(new byte[(4 * 1024 * 1024) + 1])).ShouldBe(413);
    }

    [Fact]
    public async Task Twins_of_a_file_that_are_sent_at_once_plan_each_program_once()
    {
        var file = FilledTemplate.Workbook([
            .. Enumerable.Range(1, 20).Select(n => FilledTemplate.Row($"T-{n}", $"Internet desa {n}")),
        ]);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(file)));
        var counts = replies.Select(reply => Counts(reply.ShouldBe(200).Json)).ToList();
        Assert.Equal(20, counts.Sum(one => one.Planned));
        Assert.Equal(60, counts.Sum(one => one.Unchanged));
    }

    [Theory]
    [InlineData("", "Judul", "Daftar", "ya")]
    [InlineData("?lang=en", "Title", "Lists", "yes")]
    public async Task The_template_is_an_empty_file_whose_lists_hold_the_reference_data(
        string query,
        string title,
        string list,
        string yes
    )
    {
        var template = (await api.GetAsync($"/api/programs/import-template{query}")).ShouldBe(200);
        Assert.Equal(Table.XlsxType, template.ContentType);
        Assert.Equal(
            304,
            (await api.GetAsync($"/api/programs/import-template{query}", ("If-None-Match", template.ETag!))).Status
        );
        Assert.Equal((0, 0, 0, 0), Counts((await SendAsync(template.Bytes)).ShouldBe(200).Json));

        var sheets = WrittenWorkbook.Read(template.Bytes);
        Assert.Equal([], sheets.Problems);
        Assert.Contains(title, sheets.Rows(0)[0]);
        Assert.Equal(3, sheets.Count);
        var lists = sheets.Rows(2);
        Assert.Contains("19.05 – Kabupaten Bangka Barat", lists.Select(row => row[0]));
        Assert.Equal(Location.All.Count + 1, lists.Count);
        Assert.Equal(yes, lists[1][4]);
        Assert.Equal("pane frozen", sheets.Pane(0));
        Assert.Equal($"A2:A5001 {list}!$A$2:$A$9", sheets.Choices(0)[0]);
        (await api.GetAsync("/api/programs/import-template?lang=fr")).ShouldBe(400);
    }

    private static (int Planned, int Revised, int Unchanged, int Rejected) Counts(
        System.Text.Json.JsonElement report
    ) =>
        (
            report.GetProperty("planned").GetInt32(),
            report.GetProperty("revised").GetInt32(),
            report.GetProperty("unchanged").GetInt32(),
            report.GetProperty("rejected").GetInt32()
        );

    private Task<Reply> SendAsync(byte[] file, string more = "", string url = Url) =>
        api.PostBytesAsync(url + more, file, Table.XlsxType);
}
