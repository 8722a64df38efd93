using System.Globalization;
using System.Text.Json;
using Coordination.Api.EventStore;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>The log of events: who, when, why, old and new.</summary>
public sealed class AuditEventsTests(AuditEventsTests.SomeHistory api) : IClassFixture<AuditEventsTests.SomeHistory>
{
    private const string Path = "/api/audit/events";

    /// <summary>A plan, two programs with a few events each, an assessment and a report of coverage.</summary>
    public sealed class SomeHistory(EmbeddedPostgres.TestCluster cluster) : ApiWithPlan(cluster)
    {
        public string One { get; private set; } = "";
        public string Other { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            One = await PlanProgramAsync();
            Other = await PlanProgramAsync(("government", "19"), ("locations", new[] { "19" }), ("title", "=Portal"));
            (await PostAsync($"/api/programs/{One}/funding", Allocated(20_000_000))).ShouldBe(200);
            (await PostAsync($"/api/programs/{One}/funding", Allocated(30_000_000))).ShouldBe(200);
            var progress = new
            {
                percent = 40,
                asOf = "2024-05-01",
                reason = "Laporan bulanan",
            };
            (await PostAsync($"/api/programs/{One}/progress", progress)).ShouldBe(200);
            var level = new { level = 3, evidence = "SK Bupati 12" };
            (await PutAsync("/api/assessments/19.05-2024/indicators/17", level)).ShouldBe(201);
            var report = new
            {
                location = "19.05.03.2004",
                status = "uncovered",
                unit = "village",
                source = "Survei",
                asOf = "2024-02-01",
            };
            var last = (await PostAsync("/api/coverage", report)).ShouldBe(201);
            (await GetAsync($"{Path}?atLeast={last.Json.GetProperty("position")}")).ShouldBe(200);
        }
    }

    [Fact]
    public async Task Each_event_has_who_when_why_and_old_and_new_as_the_program_s_history_tells_them()
    {
        var entries = await AllAsync($"{Path}?stream={api.One}");
        var history = (await api.GetAsync($"/api/programs/{api.One}/events")).ShouldBe(200).Json.GetProperty("items");

        Assert.Equal(history.GetArrayLength(), entries.Count);
        foreach (var (told, entry) in history.EnumerateArray().Zip(entries))
        {
            foreach (
                var same in (string[])
                    [
                        "position",
                        "version",
                        "event",
                        "at",
                        "account",
                        "role",
                        "reason",
                        "correlationId",
                        "data",
                        "changes",
                    ]
            )
                Assert.Equal(told.GetProperty(same).GetRawText(), entry.GetProperty(same).GetRawText());
            Assert.Equal(told.GetProperty("government").GetString(), entry.GetProperty("roleGovernment").GetString());
        }
        var progress = entries[^1];
        Assert.Equal("Laporan bulanan", progress.GetProperty("reason").GetString());
        Assert.Equal("Pelatihan keamanan siber aparatur desa", progress.GetProperty("name").GetString());
        Assert.Equal("Kabupaten Bangka Barat", progress.GetProperty("governmentName").GetString());
        var status = Change(progress, "status");
        Assert.Equal("budgeted", status.GetProperty("from").GetString());
        Assert.Equal("in-progress", status.GetProperty("to").GetString());
    }

    [Theory]
    [InlineData("event=plan_opened", "year")]
    [InlineData("event=plan_closed", "status")]
    [InlineData("event=indicator_assessed", "levels.17")]
    [InlineData("event=coverage_reported", "reports[0].status")]
    public async Task Plans_assessments_and_coverage_tell_what_changed_too(string filter, string field) =>
        Assert.NotEqual(
            JsonValueKind.Null,
            Change((await AllAsync($"{Path}?{filter}"))[^1], field).GetProperty("to").ValueKind
        );

    [Fact]
    public async Task Every_filter_shows_what_meets_it_and_nothing_else()
    {
        var all = await AllAsync(Path);
        Assert.Equal(await api.EventCountAsync(), all.Count);
        string? Of(JsonElement entry, string member) => entry.GetProperty(member).GetString();
        async Task AssertAsync(string filter, Func<JsonElement, bool> shows)
        {
            var expected = all.Where(shows).Select(entry => entry.GetRawText()).ToList();
            Assert.InRange(expected.Count, 1, all.Count - 1);
            Assert.Equal(expected, (await AllAsync($"{Path}?{filter}")).Select(entry => entry.GetRawText()));
        }

        await AssertAsync("plan=19-2023", entry => Of(entry, "plan") == "19-2023");
        foreach (var government in all.Select(entry => Of(entry, "government")).Distinct())
            await AssertAsync($"government={government}", entry => Of(entry, "government") == government);
        Assert.Equal(
            ["19", "19.05"],
            all.Select(entry => Of(entry, "government")).Distinct().Order(StringComparer.Ordinal)
        );
        foreach (var stream in all.Select(entry => Of(entry, "stream")).Distinct())
            await AssertAsync($"stream={stream}", entry => Of(entry, "stream") == stream);
        foreach (var kind in all.Select(entry => Of(entry, "event")).Distinct())
            await AssertAsync($"event={kind}", entry => Of(entry, "event") == kind);
        var middle = Of(all[all.Count / 2], "at")!;
        await AssertAsync($"from={middle}", entry => string.CompareOrdinal(Of(entry, "at"), middle) >= 0);
        await AssertAsync($"to={middle}", entry => string.CompareOrdinal(Of(entry, "at"), middle) <= 0);
        await AssertAsync(
            $"plan=19-2024&event=program_budgeted&stream={api.One}",
            entry => Of(entry, "event") == "program_budgeted"
        );
    }

    [Fact]
    public async Task Days_are_days_of_Jakarta_and_both_ends_are_included()
    {
        var count = await api.EventCountAsync();
        var today = Coordination.Domain.JakartaTime.DayOf(DateTimeOffset.UtcNow);
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Shortly after midnight some are yesterday's.
        Assert.Equal(count, (await AllAsync($"{Path}?from={Day(-1)}&to={Day(0)}")).Count);
        Assert.Empty(await AllAsync($"{Path}?from={Day(1)}"));
        Assert.Empty(await AllAsync($"{Path}?to={Day(-2)}"));
        Assert.Empty(await AllAsync($"{Path}?account=nobody"));
        Assert.Equal(count, (await AllAsync($"{Path}?account={TestAccount.Everyone.Id}")).Count);
    }

    [Theory]
    [InlineData("position")]
    [InlineData("-position")]
    public async Task Pages_show_each_event_once_in_order_while_others_come(string sort)
    {
        var id = await api.PlanProgramAsync();
        Task<Reply> ChangeAsync() => api.PostAsync($"/api/programs/{id}/constraints", Constraint);
        for (var n = 0; n < 3; n++)
            await ChangeAsync();
        await api.BoardAfterAsync(await ChangeAsync());
        var before = await AllAsync($"{Path}?stream={id}&sort={sort}");
        Assert.Equal(5, before.Count);
        var positions = before.Select(entry => entry.GetProperty("position").GetInt64()).ToList();
        Assert.Equal(sort == "position" ? positions.Order() : positions.OrderDescending(), positions);

        var paged = await AllAsync($"{Path}?stream={id}&sort={sort}&limit=2", ChangeAsync);
        Assert.Equal(before.Select(entry => entry.GetRawText()), paged.Select(entry => entry.GetRawText()));
    }

    private static object Constraint =>
        new
        {
            category = "regulation",
            severity = "low",
            description = "Menunggu perbup",
        };

    [Fact]
    public async Task The_table_has_a_row_for_each_changed_field_with_names_and_codes_and_no_formulas()
    {
        var reply = await api.GetAsync($"{Path}?stream={api.One}&event=program_budgeted", ("Accept", "text/csv"));
        using var csv = new CsvReader(new StringReader(reply.ShouldBe(200).Text), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        var amounts = rows.Where(row => (string)row["field"] == "fundingGap").ToList();
        Assert.Equal(["50000000", "30000000"], amounts.Select(row => row["old"]));
        Assert.Equal(["30000000", "0"], amounts.Select(row => row["new"]));
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal("19.05", row["government"]);
                Assert.Equal("Kabupaten Bangka Barat", row["governmentName"]);
                Assert.Equal("budget-officer", row["role"]);
                Assert.Equal(TestAccount.Everyone.Id, row["account"]);
            }
        );
        var hostile = await api.GetAsync($"{Path}?stream={api.Other}", ("Accept", "text/csv"));
        Assert.Contains("'=Portal", hostile.ShouldBe(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=Portal", hostile.Text, StringComparison.Ordinal);
        var page = await api.GetAsync($"{Path}?limit=2", ("Accept", "text/csv"));
        Assert.Contains("cursor=", page.ShouldBe(200).Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again()
    {
        var first = (await api.GetAsync($"{Path}?event=plan_opened")).ShouldBe(200);
        Assert.Equal(304, (await api.GetAsync($"{Path}?event=plan_opened", ("If-None-Match", first.ETag!))).Status);
        Assert.Equal(200, (await api.GetAsync($"{Path}?event=plan_closed", ("If-None-Match", first.ETag!))).Status);
    }

    [Theory]
    [InlineData("plan=x", "plan")]
    [InlineData("government=19.99", "government")]
    [InlineData("stream=", "stream")]
    [InlineData("account=%00", "account")]
    [InlineData("event=program_dropped", "event")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2024-13-01", "to")]
    [InlineData("from=0001-01-01", "from")]
    [InlineData("to=9999-12-31", "to")]
    [InlineData("sort=account", "sort")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=e30=", "cursor")]
    public async Task What_cannot_be_asked_is_refused_naming_it(string query, string field) =>
        Assert.Equal([("malformed", field)], (await api.GetAsync($"{Path}?{query}")).ShouldBe(400).Errors);

    /// <summary>A new kind of stream needs one too, or the log could not tell what its events changed.</summary>
    [Fact]
    public void Every_event_is_told_by_the_history_of_one_kind_of_stream()
    {
        var histories = api.Host.Services.GetServices<StreamHistory>().ToList();
        Assert.All(
            EventNames.Types,
            entry => Assert.Single(histories, history => entry.Value.IsAssignableTo(history.Events))
        );
    }

    private static JsonElement Change(JsonElement entry, string field) =>
        Assert.Single(
            entry.GetProperty("changes").EnumerateArray(),
            change => change.GetProperty("field").GetString() == field
        );

    private async Task<List<JsonElement>> AllAsync(string url, Func<Task>? between = null)
    {
        var items = new List<JsonElement>();
        for (string? cursor = null; ; )
        {
            var joint = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = (await api.GetAsync(cursor is null ? url : $"{url}{joint}cursor={Uri.EscapeDataString(cursor)}"))
                .ShouldBe(200)
                .Json;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
            if (cursor is null)
                return items;
            if (between is not null)
                await between();
        }
    }
}
