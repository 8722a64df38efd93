using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Api;

/// <summary>Coverage over HTTP: reported, listed now and in the past, and as part of the state of every plan of the province.</summary>
public sealed class CoverageTests(ApiWithPlan api) : IClassFixture<ApiWithPlan>
{
    private const string Url = "/api/coverage";

    [Fact]
    public async Task A_report_is_recorded_repeated_corrected_and_shown()
    {
        var first = (await ReportAsync("19.05.03.2019")).ShouldBe(201);
        Assert.Equal(($"{Url}?location=19.05.03.2019", "\"1\""), (first.Location, first.ETag));
        Assert.Equal(
            ("Pebuar", "19.05", "Kabupaten Bangka Barat", "uncovered"),
            (
                Text(first.Json, "locationName"),
                Text(first.Json, "government"),
                Text(first.Json, "governmentName"),
                Text(first.Json.GetProperty("holds"), "status")
            )
        );
        var again = (await ReportAsync("19.05.03.2019")).ShouldBe(200);
        Assert.Equal((first.ETag, first.Text), (again.ETag, again.Text));

        var corrected = (await ReportAsync("19.05.03.2019", status: "covered")).ShouldBe(200);
        Assert.Equal("\"2\"", corrected.ETag);
        var row = Assert.Single(Items(await api.GetAsync(first.Location!)));
        Assert.Equal(
            ("covered", "village", "Diskominfo", "2024-01-15", true, 2),
            (
                Text(row, "status"),
                Text(row, "unit"),
                Text(row, "source"),
                Text(row, "asOf"),
                row.GetProperty("holds").GetBoolean(),
                row.GetProperty("version").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_refused_report_leaves_nothing()
    {
        var before = await api.EventCountAsync();
        var refused = (await ReportAsync("19.05", unit: "district", source: "", asOf: "2999-01-01")).ShouldBe(422);
        Assert.Equal(
            [("location-level", "location"), ("text-length", "source"), ("day-out-of-range", "asOf")],
            refused.Errors
        );
        Assert.Equal([("location-unknown", "location")], (await ReportAsync("19.99.01")).ShouldBe(422).Errors);
        Assert.Equal([("location-unknown", "location")], (await ReportAsync(new('9', 100_000))).ShouldBe(422).Errors);
        Assert.Equal([("location-unknown", "location")], (await ReportAsync("19.05.01\u0000")).ShouldBe(422).Errors);
        (await ReportAsync("19.05.03.2020", status: "unknown")).ShouldBe(400);
        (await ReportAsync("19.05.03.2020", asOf: "kemarin")).ShouldBe(400);
        (await api.PostAsync(Url, new { location = "19.05.03.2020" })).ShouldBe(400);
        Assert.Equal(before, await api.EventCountAsync());
    }

    [Fact]
    public async Task A_stale_version_is_412_and_a_key_makes_repeating_safe()
    {
        var first = await ReportAsync("19.06.01.2010", headers: ("Idempotency-Key", "satu"));
        (await ReportAsync("19.06.01.2010", status: "covered", headers: ("If-Match", "\"0\""))).ShouldBe(412);
        (await ReportAsync("19.06.01.2010", status: "covered", headers: ("If-Match", "\"1\""))).ShouldBe(200);
        var again = (await ReportAsync("19.06.01.2010", headers: ("Idempotency-Key", "satu"))).ShouldBe(201);
        Assert.Equal(first.Text, again.Text);
        (await ReportAsync("19.06.01.2010", source: "BPS", headers: ("Idempotency-Key", "satu"))).ShouldBe(422);
    }

    [Fact]
    public async Task The_list_is_by_location_filtered_by_whole_segments_paged_and_a_table()
    {
        await RecordAsync("19.02.02", unit: "district", source: "BPS");
        await RecordAsync("19.02.02.2009", asOf: "2024-01-01", source: "BPS");
        await RecordAsync("19.02.02.2009", status: "covered", asOf: "2024-02-01", source: "BPS");
        await RecordAsync("19.02.02.2010", unit: "hamlet", point: "Dusun Ujung");
        await RecordAsync("19.02.03.2001");

        Assert.Equal(
            ["19.02.02", "19.02.02.2009", "19.02.02.2009", "19.02.02.2010"],
            Locations(await api.GetAsync($"{Url}?location=19.02.02"))
        );
        Assert.Equal(
            ["19.02.02", "19.02.02.2009", "19.02.02.2010", "19.02.03.2001"],
            Locations(await api.GetAsync($"{Url}?location=19.02&status=uncovered"))
        );
        Assert.Equal(
            ["19.02.02", "19.02.02.2009", "19.02.02.2009"],
            Locations(await api.GetAsync($"{Url}?location=19.02&source=BPS"))
        );
        Assert.Equal(["19.02.02.2010"], Locations(await api.GetAsync($"{Url}?location=19.02&unit=hamlet")));
        foreach (var wrong in (string[])["location=19.0", "status=ya", "unit=rt", "source=", "limit=0", "cursor=x"])
            (await api.GetAsync($"{Url}?{wrong}")).ShouldBe(400);

        var table = (await api.GetAsync($"{Url}?location=19.02.02", ("Accept", "text/csv"))).ShouldBe(200).Text;
        Assert.StartsWith(
            "location,locationName,level,government,governmentName,point,status,unit,source,asOf,holds,version,position\r\n"
                + "19.02.02,",
            table,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",village,19.02,Kabupaten Belitung,Dusun Ujung,uncovered,hamlet,Diskominfo,2024-01-15,true,1,",
            table,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_pages_show_one_state_while_reports_come_in()
    {
        foreach (var source in (string[])["A1", "A2", "A3"])
        foreach (var village in (string[])["19.03.08.2001", "19.03.08.2002"])
            await RecordAsync(village, source: source);
        var whole = (await api.GetAsync($"{Url}?location=19.03.08")).ShouldBe(200);

        foreach (var limit in (int[])[1, 2, 4, 6])
        {
            var seen = new List<string>();
            for (string? cursor = ""; cursor is not null; )
            {
                var page = await api.GetAsync(
                    $"{Url}?location=19.03.08&limit={limit}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}"
                );
                Assert.True(Items(page).Count <= limit);
                seen.AddRange(Items(page).Select(item => item.GetRawText()));
                cursor = page.Json.GetProperty("next").GetString();
                await RecordAsync("19.03.08.2001", source: $"B{limit}");
                await RecordAsync("19.03.08.2002", source: "A1", status: "covered");
            }
            Assert.Equal(Items(whole).Select(item => item.GetRawText()), seen);
            whole = await api.GetAsync($"{Url}?location=19.03.08");
        }
    }

    [Fact]
    public async Task The_past_is_shown_as_it_was_and_what_the_caller_has_is_not_sent_again()
    {
        var first = await RecordAsync("19.04.03.2002");
        await RecordAsync("19.04.03.2002", status: "covered", asOf: "2024-03-01");
        const string url = $"{Url}?location=19.04.03.2002";
        var live = (await api.GetAsync(url)).ShouldBe(200);
        Assert.Equal([false, true], Items(live).Select(item => item.GetProperty("holds").GetBoolean()));
        (await api.GetAsync(url, ("If-None-Match", live.ETag!))).ShouldBe(304);

        var position = first.Json.GetProperty("position").GetInt64();
        var past = (await api.GetAsync($"{url}&position={position}&asOf=2024-01-15")).ShouldBe(200).Json;
        Assert.Equal((position, "2024-01-15"), (past.GetProperty("position").GetInt64(), Text(past, "asOf")));
        Assert.True(Assert.Single(past.GetProperty("items").EnumerateArray()).GetProperty("holds").GetBoolean());
        var dayBefore = (await api.GetAsync($"{url}&position={position}&asOf=2024-01-14")).ShouldBe(200);
        Assert.False(Assert.Single(Items(dayBefore)).GetProperty("holds").GetBoolean());
        (await api.GetAsync($"{url}&asOf=2999-01-01")).ShouldBe(422);

        await RecordAsync("19.04.03.2002", status: "covered", asOf: "2024-04-01");
        Assert.NotEqual(live.ETag, (await api.GetAsync(url, ("If-None-Match", live.ETag!))).ShouldBe(200).ETag);
    }

    [Fact]
    public async Task A_report_affects_every_plan_of_the_province()
    {
        var reported = await RecordAsync("19.01.04.2001", source: "Semua rencana");
        var position = reported.Json.GetProperty("position").GetInt64();
        foreach (var plan in (string[])["19-2024", "19-2023"])
        {
            var board = (await api.GetAsync($"/api/plans/{plan}/board?atLeast={position}")).ShouldBe(200).Json;
            Assert.Equal(position, board.GetProperty("position").GetInt64());
            var past = (await api.GetAsync($"/api/plans/{plan}/board?position={position}")).ShouldBe(200).Json;
            Assert.Equal(position, past.GetProperty("position").GetInt64());
        }
    }

    [Fact]
    public async Task Stored_state_is_folded_state_with_its_coverage_in_the_order_of_recording()
    {
        var states = api.Host.Services.GetRequiredService<PlanStates>();
        await RecordAsync("19.71.01.1004", source: "ZZ");
        await RecordAsync("19.71.01", unit: "district", source: "ZZ");
        await RecordAsync("19.71.01.1004", source: "AA");
        await RecordAsync("19.71.01.1004", source: "ZZ", status: "covered");
        var last = await RecordAsync("19.05.04.2012", unit: "point", point: "Kantor desa");
        await api.BoardAfterAsync(last);
        var position = last.Json.GetProperty("position").GetInt64();

        var stored = await states.ReadAsync(
            "19-2024",
            long.MaxValue,
            true,
            true,
            TestContext.Current.CancellationToken
        );
        await api.BoardAfterAsync(await RecordAsync("19.71.01.1004", source: "Later"));
        var folded = await states.ReadAsync("19-2024", position, false, true, TestContext.Current.CancellationToken);

        Assert.Equal(position, stored!.Position);
        Assert.Equal(
            JsonSerializer.Serialize(folded, CanonicalJson.Options),
            JsonSerializer.Serialize(stored, CanonicalJson.Options)
        );
        Assert.Equal(
            ["19.71.01 ZZ", "19.71.01.1004 AA", "19.71.01.1004 ZZ"],
            stored
                .Coverage.Where(report => report.Location.StartsWith("19.71", StringComparison.Ordinal))
                .Select(report => $"{report.Location} {report.Source}")
        );
        var board = await states.ReadAsync(
            "19-2024",
            long.MaxValue,
            true,
            false,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(board!.Coverage);
    }

    private async Task<Reply> RecordAsync(
        string location,
        string status = "uncovered",
        string unit = "village",
        string source = "Diskominfo",
        string asOf = "2024-01-15",
        string? point = null
    )
    {
        var reply = await ReportAsync(location, status, unit, source, asOf, point);
        Assert.True(reply.Status is 200 or 201, reply.Text);
        return reply;
    }

    private Task<Reply> ReportAsync(
        string location,
        string status = "uncovered",
        string unit = "village",
        string source = "Diskominfo",
        string asOf = "2024-01-15",
        string? point = null,
        params (string Name, string Value)[] headers
    ) =>
        api.PostAsync(
            Url,
            new
            {
                location,
                status,
                unit,
                source,
                asOf,
                point,
            },
            headers
        );

    private static List<JsonElement> Items(Reply list) =>
        [.. list.ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    private static IEnumerable<string?> Locations(Reply list) => Items(list).Select(item => Text(item, "location"));

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
