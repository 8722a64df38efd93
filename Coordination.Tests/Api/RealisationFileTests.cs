using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Api;

/// <summary>Files of payments on real programs, each with Rp1.000.000 on line 1.</summary>
public sealed class RealisationFileTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Url = "/api/plans/19-2024/realisations";
    private const string Header = "program,line,amount,date,document\n";

    [Fact]
    public async Task A_file_is_recorded_once_however_often_it_is_sent()
    {
        var (one, two) = (await FundedAsync(), await FundedAsync());
        var file = $"{Header}{one},1,100.50,2024-05-02,S-1\n{two},1,200,2024-05-02,S-2\n{one},1,100.5,2024-05-02,S-1\n";

        var first = (await SendAsync(file)).ShouldBe(200).Json;
        Assert.Equal((3, 0, 0), Counts(first));
        Assert.Equal(
            ["2 1 1", "3 1 1", "4 1 2"],
            first
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => $"{row.GetProperty("row")} {row.GetProperty("line")} {row.GetProperty("number")}")
        );
        Assert.Equal((201m, 200m), (await RealisedAsync(one), await RealisedAsync(two)));
        var events = await api.EventCountAsync();
        Assert.Equal(first.GetProperty("position").GetInt64(), await LastPositionAsync());

        var again = (await SendAsync(file)).ShouldBe(200).Json;
        Assert.Equal((0, 3, 0), Counts(again));
        Assert.Equal(JsonValueKind.Null, again.GetProperty("position").ValueKind);
        Assert.Equal(events, await api.EventCountAsync());

        Assert.Equal((1, 3, 0), Counts((await SendAsync($"{file}{one},1,100.50,2024-05-02,S-1\n")).ShouldBe(200).Json));
    }

    [Fact]
    public async Task A_payment_keeps_its_document_and_the_view_shows_it()
    {
        var id = await FundedAsync();
        var sent = (
            await SendAsync(
                $"program,line,amount,date,document,documentKind,documentDate\n{id},1,5,2024-05-02,K-9,Kuitansi,2024-05-01\n{id},1,6,2024-05-03,S-3,,\n"
            )
        ).ShouldBe(200);
        var lines = (
            await api.GetAsync(
                $"/api/plans/19-2024/funding/lines?atLeast={sent.Json.GetProperty("position")}&government=19.05"
            )
        ).ShouldBe(200);
        var line = lines
            .Json.GetProperty("items")
            .EnumerateArray()
            .Single(line => line.GetProperty("program").GetString() == id);
        Assert.Equal(
            ["Kuitansi K-9 2024-05-01", "SP2D S-3 2024-05-03"],
            line.GetProperty("payments")
                .EnumerateArray()
                .Select(paid => paid.GetProperty("document"))
                .Select(document =>
                    $"{document.GetProperty("kind").GetString()} {document.GetProperty("number").GetString()} {document.GetProperty("date").GetString()}"
                )
        );
    }

    [Theory]
    [InlineData(";", "\r\n", true)]
    [InlineData(",", "\n", true)]
    [InlineData("\t", "\r\n", false)]
    public async Task Files_are_read_as_spreadsheets_write_them(string separator, string end, bool hasMark)
    {
        var id = await FundedAsync();
        string[][] rows =
        [
            ["Document", " DATE ", "amount", "line", "Program"],
            ["\"S \"\"1\"\"\"", "2024-05-02", "7.25", "1", id],
            ["", "", "", "", ""],
            ["", "2024-05-02", " 1 ", "1", $" {id} "],
        ];
        var text = string.Join(end, rows.Select(row => string.Join(separator, row))) + end + end;
        var bytes = Encoding.UTF8.GetBytes(hasMark ? $"\uFEFF{text}" : text);
        var report = (await SendAsync(bytes)).ShouldBe(200).Json;
        Assert.Equal((2, 0, 0), Counts(report));
        Assert.Equal(
            [2, 4],
            report.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("row").GetInt32())
        );
        Assert.Equal(8.25m, await RealisedAsync(id));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_stores_nothing()
    {
        var id = await FundedAsync();
        var before = await api.EventCountAsync();
        var report = (
            await SendAsync($"{Header}{id},1,10,2024-05-02,A\n{id},1,2000000,2024-05-02,B\n", "?dryRun=true")
        ).ShouldBe(200);
        Assert.Equal((1, 0, 1), Counts(report.Json));
        Assert.True(report.Json.GetProperty("dryRun").GetBoolean());
        var error = report.Json.GetProperty("rows")[1].GetProperty("errors")[0];
        Assert.Equal(
            ("amount-above-allocated", "amount", "2000000"),
            (
                error.GetProperty("code").GetString(),
                error.GetProperty("field").GetString(),
                error.GetProperty("value").GetString()
            )
        );
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task A_file_with_a_refused_row_is_refused_as_a_whole_unless_a_part_is_wanted()
    {
        var (one, two) = (await FundedAsync(), await FundedAsync());
        var file = $"{Header}{one},1,10,2024-05-02,A\n{two},9,10,2024-05-02,B\n{two},1,10,2024-05-02,C\n";
        var before = await api.EventCountAsync();
        var refused = (await SendAsync(file)).ShouldBe(422);
        Assert.Equal([("line-unknown", "rows[3].line")], refused.Errors);
        Assert.Equal(before, await api.EventCountAsync());

        Assert.Equal((2, 0, 1), Counts((await SendAsync(file, "?partial=true")).ShouldBe(200).Json));
        Assert.Equal(before + 2, await api.EventCountAsync());
        Assert.Equal((0, 2, 1), Counts((await SendAsync(file, "?partial=true")).ShouldBe(200).Json));
        Assert.Equal(before + 2, await api.EventCountAsync());
    }

    [Theory]
    [InlineData("{id},1,1.000,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,\"1.000,50\",2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,\"1000,50\",2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,Rp1000,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,1e3,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,NaN,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,1234567890123456789,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,100000000000001,2024-05-02,A", "amount-invalid", "amount")]
    [InlineData("{id},1,-5,2024-05-02,A", "amount-invalid", "amount")]
    [InlineData("{id},1,0,2024-05-02,A", "amount-invalid", "amount")]
    [InlineData("{id},1,=1+1,2024-05-02,A", "amount-malformed", "amount")]
    [InlineData("{id},1,,2024-05-02,A", "missing", "amount")]
    [InlineData("{id},1,10,02/05/2024,A", "day-malformed", "date")]
    [InlineData("{id},1,10,2024-02-30,A", "day-malformed", "date")]
    [InlineData("{id},,10,2024-05-02,A", "missing", "line")]
    [InlineData("{id},2,10,2024-05-02,A", "line-unknown", "line")]
    [InlineData("19.05-2024-ZZZZZ,1,10,2024-05-02,A", "program-unknown", "program")]
    [InlineData("19.05-2023-{id},1,10,2024-05-02,A", "program-unknown", "program")]
    [InlineData("';drop table mt_events;--,1,10,2024-05-02,A", "program-unknown", "program")]
    [InlineData("plan-19-2024,1,10,2024-05-02,A", "program-unknown", "program")]
    [InlineData("{id}\0,1,10,2024-05-02,A", "program-unknown", "program")]
    [InlineData("{id},1,10,2024-05-02,A\0B", "text-control-character", "document")]
    [InlineData("{id},1,10,2024-05-02", "row-length", "")]
    [InlineData("{id},1,10,2024-05-02,A,B", "row-length", "")]
    [InlineData("{id},1,10,2024-05-02,\"A", "row-unreadable", "")]
    [InlineData("{id},1,10,2024-05-02,A\"B\"", "row-unreadable", "")]
    [InlineData("{id},1,10,2024-05-02,\"A\nB\"", "row-unreadable", "")]
    public async Task A_row_that_cannot_be_meant_is_refused_with_row_field_and_rule(
        string row,
        string code,
        string field
    )
    {
        var id = await FundedAsync();
        var before = await api.EventCountAsync();
        var refused = (
            await SendAsync($"{Header}{id},1,1,2024-05-02,A\n{row.Replace("{id}", id, StringComparison.Ordinal)}\n")
        ).ShouldBe(422);
        Assert.Equal([(code, $"rows[3].{field}".TrimEnd('.'))], refused.Errors);
        Assert.StartsWith(
            "Row 3: ",
            refused.Json.GetProperty("errors")[0].GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var id = await FundedAsync();
        var refused = (await SendAsync($"{Header}{id},1,x,y,A\n{id},1,2000000,2099-01-01,A\n,,,,\n{id}\n")).ShouldBe(
            422
        );
        Assert.Equal(
            [
                ("amount-malformed", "rows[2].amount"),
                ("day-malformed", "rows[2].date"),
                ("amount-above-allocated", "rows[3].amount"),
                ("day-in-future", "rows[3].date"),
                ("row-length", "rows[5]"),
            ],
            refused.Errors.OrderBy(error => error.Field, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("program,line,amount,date\n")]
    [InlineData("program,line,amount,date,document,colour\n")]
    [InlineData("program,line,amount,date,document,AMOUNT\n")]
    [InlineData("{\"program\": 1}")]
    [InlineData("\"program,line,amount,date,document\n")]
    public async Task A_file_without_a_right_header_is_refused(string file)
    {
        var refused = (await SendAsync(file)).ShouldBe(400);
        Assert.Contains("header", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_too_large_or_too_long_is_refused()
    {
        (await SendAsync([.. Encoding.UTF8.GetBytes(Header), 0xC3, 0x28])).ShouldBe(400);
        (await SendAsync(Encoding.Unicode.GetBytes(Header))).ShouldBe(400);
        (await SendAsync(Header + new string('x', 4 * 1024 * 1024))).ShouldBe(413);
        (await SendAsync(Header + string.Concat(Enumerable.Repeat("x,1,1,2024-05-02,A\n", 5001)))).ShouldBe(413);
        (await api.PostTextAsync(Url, "{}")).ShouldBe(415);
        (await api.PostTextAsync(Url, Header, "text/csv; charset=utf-16")).ShouldBe(415);
        (await SendAsync(Header, "?dryRun=maybe")).ShouldBe(400);
    }

    [Fact]
    public async Task A_file_of_nothing_changes_nothing()
    {
        Assert.Equal((0, 0, 0), Counts((await SendAsync(Header)).ShouldBe(200).Json));
        (await api.PostTextAsync("/api/plans/19-2031/realisations", Header, "text/csv")).ShouldBe(404);
        (await api.PostTextAsync("/api/plans/x/realisations", Header, "text/csv")).ShouldBe(404);
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_recorded_once()
    {
        var ids = new List<string>();
        for (var n = 0; n < 5; n++)
            ids.Add(await FundedAsync());
        string File(IEnumerable<string> order) =>
            Header + string.Concat(order.Select(id => $"{id},1,10,2024-05-02,A\n"));
        var before = await api.EventCountAsync();
        var single = ids.Select(id =>
            api.PostAsync($"/api/programs/{id}/progress", new { percent = 5, asOf = "2024-05-01" })
        );
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => SendAsync(File(n % 2 == 0 ? ids : Enumerable.Reverse(ids))))
                .Concat(single)
        );
        Assert.All(replies, reply => reply.ShouldBe(200));
        Assert.Equal(before + 10, await api.EventCountAsync());
        Assert.Equal(5, replies.Take(8).Sum(reply => Counts(reply.Json).Recorded));
    }

    [Fact]
    public async Task A_corrected_payment_is_not_recorded_again_by_the_old_file()
    {
        var id = await FundedAsync();
        var file = $"{Header}{id},1,10,2024-05-02,A\n";
        (await SendAsync(file)).ShouldBe(200);
        (
            await api.PostAsync(
                $"/api/programs/{id}/realisations/1/correction",
                new { amount = 0, reason = "Salah program" }
            )
        ).ShouldBe(200);
        Assert.Equal((0, 1, 0), Counts((await SendAsync(file)).ShouldBe(200).Json));
        Assert.Equal(0, await RealisedAsync(id));
    }

    private async Task<string> FundedAsync()
    {
        var id = await api.PlanProgramAsync();
        (await api.PostAsync($"/api/programs/{id}/funding", ApiWithPlan.Allocated(1_000_000))).ShouldBe(200);
        return id;
    }

    private Task<Reply> SendAsync(string file, string query = "") => SendAsync(Encoding.UTF8.GetBytes(file), query);

    private Task<Reply> SendAsync(byte[] file, string query = "") =>
        api.PostBytesAsync($"{Url}{query}", file, "text/csv");

    private async Task<decimal> RealisedAsync(string id) =>
        (await api.GetAsync($"/api/programs/{id}")).ShouldBe(200).Json.GetProperty("realised").GetDecimal();

    private async Task<long> LastPositionAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(
            "select max(seq_id) from coordination.mt_events",
            connection
        );
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken),
            CultureInfo.InvariantCulture
        );
    }

    private static (int Recorded, int Already, int Refused) Counts(JsonElement report) =>
        (
            report.GetProperty("recorded").GetInt32(),
            report.GetProperty("alreadyRecorded").GetInt32(),
            report.GetProperty("refused").GetInt32()
        );
}
