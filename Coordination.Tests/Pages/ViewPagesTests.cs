using System.Text.Json;
using Coordination.Api.Pages;
using Coordination.Tests.Api;

namespace Coordination.Tests.Pages;

/// <summary>Findings, funding, index and changes as pages: the figures of the API, its tables to keep, and what was asked for kept.</summary>
public sealed class ViewPagesTests(ApiWithExample api) : IClassFixture<ApiWithExample>
{
    private const string Plan = "/api/plans/19-2024";
    private const string Day = "asOf=2024-06-30";
    private static readonly Language L = Language.Indonesian;

    [Fact]
    public async Task Findings_are_counted_and_listed_as_the_API_lists_them()
    {
        using var browser = await SignedInAsync();
        var found = (await api.GetAsync($"{Plan}/findings?{Day}&limit=100")).ShouldBe(200).Json.GetProperty("items");
        var urgent = found.EnumerateArray().Count(one => one.GetProperty("severity").GetString() == "high");
        var page = (await browser.GetAsync($"/findings?{Day}")).ShouldBe(200);
        page.ShouldSay($"{found.GetArrayLength()} temuan menunggu keputusan, {urgent} di antaranya mendesak");
        foreach (var one in found.EnumerateArray().Take(20))
        {
            page.ShouldSay($"/findings/{one.GetProperty("id").GetString()}?plan=19-2024&{Day}");
            if (one.GetProperty("atStake").GetDecimal() is > 0 and var money)
                page.ShouldSay($"{L.Money(money)} dipertaruhkan");
        }
        foreach (var kind in found.EnumerateArray().GroupBy(one => one.GetProperty("kind").GetString()))
            page.ShouldSay($"<td class=\"number\">{kind.Count()} temuan</td>");
    }

    [Fact]
    public async Task A_finding_tells_its_effect_before_it_is_decided()
    {
        using var browser = await SignedInAsync();
        var one = (await api.GetAsync($"{Plan}/findings?{Day}&grade=duplicate&limit=1")).Json.GetProperty("items")[0];
        var advice = one.GetProperty("recommendation");
        var question = new
        {
            decisions = new[]
            {
                new
                {
                    kind = "merge",
                    into = advice.GetProperty("into"),
                    from = advice.GetProperty("from"),
                    reason = "Pekerjaan sama",
                },
            },
        };
        var answer = (await api.PostAsync($"{Plan}/what-if?{Day}", question)).ShouldBe(200).Json;
        var page = (await browser.GetAsync($"/findings/{one.GetProperty("id").GetString()}?{Day}")).ShouldBe(200);
        page.ShouldSay($"{L.Money(one.GetProperty("atStake").GetDecimal())}</dd>");
        page.ShouldSay("Keduanya tentang").ShouldSay("Keduanya bekerja di");
        Assert.DoesNotContain("Both ", page.Html, StringComparison.Ordinal);
        foreach (var end in new[] { "before", "after" })
            page.ShouldSay(
                $"{L.Money(answer.GetProperty(end).GetProperty("totals").GetProperty("estimatedCost").GetDecimal())}</td>"
            );
        var changes = answer.GetProperty("changes").GetProperty("findings");
        page.ShouldSay(
            $"{changes.GetProperty("closed").GetArrayLength()} temuan selesai, {changes.GetProperty("opened").GetArrayLength()} temuan baru"
        );
    }

    [Fact]
    public async Task Funding_is_told_by_government_priority_and_source()
    {
        using var browser = await SignedInAsync();
        var view = (await api.GetAsync($"{Plan}/funding?{Day}")).ShouldBe(200).Json;
        var page = (await browser.GetAsync($"/funding?{Day}")).ShouldBe(200);
        foreach (
            var group in new[] { "governments", "sources" }.SelectMany(name => view.GetProperty(name).EnumerateArray())
        )
        {
            var figures = group.GetProperty("figures");
            if (figures.GetProperty("consolidated").GetProperty("allocated").GetDecimal() is not 0 and var allocated)
                page.ShouldSay(group.GetProperty("name").GetString()!)
                    .ShouldSay($"<td class=\"number\">{L.Money(allocated)}</td>");
        }
        foreach (var request in view.GetProperty("requests").EnumerateArray())
            page.ShouldSay($"href=\"/programs/{request.GetProperty("program").GetString()}\"")
                .ShouldSay(L.Money(request.GetProperty("amount").GetDecimal()));
        page.ShouldSay($"{view.GetProperty("requests").GetArrayLength()} permohonan menunggu jawaban");
    }

    [Fact]
    public async Task The_index_is_told_now_assessed_and_forecast()
    {
        using var browser = await SignedInAsync();
        var view = (await api.GetAsync($"{Plan}/index?asOf=2024-12-31")).ShouldBe(200).Json;
        var page = (await browser.GetAsync("/index?asOf=2024-12-31")).ShouldBe(200);
        foreach (var row in view.GetProperty("governments").EnumerateArray())
        foreach (
            var value in new[]
            {
                row.GetProperty("index").GetProperty("current"),
                row.GetProperty("index").GetProperty("forecast"),
            }
        )
            page.ShouldSay(
                $"<td class=\"number\">{(value.ValueKind == JsonValueKind.Null ? "Belum ada data" : L.Index(value.GetDecimal()))}<br"
            );
        (await browser.GetAsync("/index?government=19.05")).ShouldBe(200).ShouldSay("Kabupaten Bangka Barat");
    }

    [Fact]
    public async Task What_has_changed_is_told_between_two_days_or_since_a_month_ago()
    {
        using var browser = await SignedInAsync();
        const string ends = "from=2024-03-31&to=2024-06-30";
        var changes = (await api.GetAsync($"{Plan}/comparison?{ends}")).ShouldBe(200).Json;
        var programs = changes.GetProperty("programs").EnumerateObject().Sum(list => list.Value.GetArrayLength());
        var findings = changes.GetProperty("findings");
        (await browser.GetAsync($"/compare?{ends}"))
            .ShouldBe(200)
            .ShouldSay(
                $"Dari 31 Mar 2024 sampai 30 Jun 2024: {programs} program berubah, {findings.GetProperty("opened").GetArrayLength()} temuan muncul"
            )
            .ShouldSay($"{findings.GetProperty("closed").GetArrayLength()} temuan selesai");
        (await browser.GetAsync("/compare?from=2024-06-30&to=2024-06-30")).ShouldSay("Tidak ada yang berubah");
        (await browser.GetAsync("/compare")).ShouldBe(200).ShouldSay("program berubah");
    }

    [Fact]
    public async Task A_plan_is_shown_as_a_meeting_saw_it_and_changes_begin_at_the_last_one()
    {
        using var browser = await SignedInAsync();
        var called = new
        {
            plan = "19-2024",
            title = "Rapat triwulan",
            date = "2024-06-19",
            place = "Pangkalpinang",
            chair = "Sekretaris Daerah",
        };
        var meeting = (await api.PostAsync("/api/meetings", called)).ShouldBe(201).Json.GetProperty("id").GetString();
        (await browser.GetAsync($"/?asOf=meeting:{meeting}")).ShouldBe(422).ShouldSay("belum dibuka");
        Assert.InRange((await api.PostAsync($"/api/meetings/{meeting}/opening", new { })).Status, 200, 201);
        Assert.InRange((await api.PostAsync($"/api/meetings/{meeting}/closing", new { })).Status, 200, 201);
        (await browser.GetAsync($"/?asOf=meeting:{meeting}"))
            .ShouldBe(200)
            .ShouldSay("Ini keadaan seperti pada rapat “Rapat triwulan”, 19 Jun 2024, bukan hari ini.")
            .ShouldSay($"value=\"meeting:{meeting}\" selected");
        (await browser.GetAsync("/findings")).ShouldSay($"asOf=meeting%3A{meeting}");
        (await browser.GetAsync("/compare")).ShouldBe(200).ShouldSay("Dari rapat 19 Jun 2024 sampai");
    }

    [Theory]
    [InlineData("/findings", "findings", "kind=overlap&government=19.05")]
    [InlineData("/funding", "funding", "government=19.05")]
    [InlineData("/index", "index", "")]
    [InlineData("/compare", "comparison", "from=2024-03-31")]
    public async Task Each_table_is_the_one_of_the_API(string path, string view, string query)
    {
        using var browser = await SignedInAsync();
        var point = path == "/compare" ? $"{query}&to=2024-06-30" : $"{query}&{Day}";
        var table = await browser.GetAsync($"{path}.csv?plan=19-2024&{point}");
        Assert.Equal((200, "text/csv"), (table.Status, table.ContentType));
        Assert.Equal((await api.GetAsync($"{Plan}/{view}?{point}&format=csv")).ShouldBe(200).Text, table.Html);
        (await browser.GetAsync($"{path}?{point}")).ShouldSay($"href=\"{path}.xlsx?");
        Assert.EndsWith(
            "sheet",
            (await browser.GetAsync($"{path}.xlsx?plan=19-2024&{point}")).ContentType!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/findings?kind=nix", "kind", "Nilai ini tidak dikenal.")]
    [InlineData("/findings?program=x", "program", "Ini bukan nomor program.")]
    [InlineData("/findings?asOf=x", "asOf", "Tanggal tidak terbaca.")]
    [InlineData("/funding?source=nix", "source", "Nilai ini tidak dikenal.")]
    [InlineData("/index?asOf=meeting:19-2024-999", "asOf", "Rapat ini tidak ada")]
    [InlineData("/compare?from=kemarin", "from", "Tanggal tidak terbaca.")]
    [InlineData("/compare?from=2024-01-31&to=2999-01-01", "to", "Tanggal ini belum terjadi.")]
    public async Task What_cannot_be_asked_for_is_refused_beside_its_field(string url, string field, string says)
    {
        using var browser = await SignedInAsync();
        var page = await browser.GetAsync(url);
        Assert.InRange(page.Status, 400, 422);
        page.ShouldSay(says).ShouldSay($"<a href=\"#{field}\">").ShouldSay($"id=\"{field}\"");
    }

    [Fact]
    public async Task Where_nothing_fits_the_way_back_is_shown_and_what_is_not_there_is_404()
    {
        using var browser = await SignedInAsync();
        (await browser.GetAsync("/findings?kind=target&government=19.06&severity=low"))
            .ShouldBe(200)
            .ShouldSay("Tidak ada temuan yang cocok")
            .ShouldSay("<details open");
        (await browser.GetAsync("/findings/overlap-000000000000")).ShouldBe(404);
        (await browser.GetAsync("/index?plan=19-1999")).ShouldBe(404);
        (await browser.GetAsync("/funding?asOf=2020-01-01"))
            .ShouldBe(404)
            .ShouldSay("Pada 2020-01-01 rencana ini belum ada.");
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(api);
        (await browser.SignInAsync("admin", TestAccount.AdminPassword)).ShouldBe(303);
        return browser;
    }
}
